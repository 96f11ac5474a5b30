/** The checkout of the story that this document is a frame of: a sandbox lives in the page, and its pages ask it there. */
export function storyCheckout() {
  for (let node = window.frameElement; node; node = node.parentNode ?? node.host)
    if (node.localName === 'checkout-session') return node;
  throw new Error('This page is a part of a story.');
}
