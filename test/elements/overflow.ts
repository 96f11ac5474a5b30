import type { LitElement } from 'lit';

/** Everything that is drawn in an element and in those inside it, but what is there for screen readers only. */
function* drawn(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('.sr')) continue;
    if (element.getClientRects().length > 0) yield element;
    if (element.shadowRoot) yield* drawn(element.shadowRoot);
  }
}

/** On how many lines the text of an element stands. */
function linesOf(element: Element): number {
  const lines: DOMRect[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    for (const rect of range.getClientRects())
      if (!lines.some(({ top, bottom }) => rect.top < bottom && top < rect.bottom)) lines.push(rect);
  }
  return lines.length;
}

/** What sticks out of an element at a side, which words a button cuts off, and which amounts stand on two lines. */
export function overflowIn(element: LitElement): string[] {
  const box = element.getBoundingClientRect();
  const found: string[] = [];
  for (const part of drawn(element.renderRoot as ShadowRoot)) {
    const { left, right } = part.getBoundingClientRect();
    const out = Math.max(right - Math.ceil(box.right), Math.floor(box.left) - left);
    const name = `${part.localName}.${part.getAttribute('class') ?? ''}`;
    if (out > 0) found.push(`${name} by ${String(out)}`);
    if (part.localName === 'button' && part.scrollWidth > part.clientWidth + 1)
      found.push(`${name} cuts off ${part.textContent.trim()}`);
    if (part.localName !== 'bdi' || !/^\D{0,4}[\d,.]{1,14}$/.test(part.textContent.trim())) continue;
    if (linesOf(part) > 1) found.push(`${part.textContent.trim()} is cut in two`);
  }
  return found;
}

/** Words, and amounts, that do not stand on one line. A hyphen is an end of a word. */
export function cutIn(root: Element | ShadowRoot): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode } = texts;
    for (const { 0: word, index } of (currentNode.nodeValue ?? '').matchAll(/[^\s-]+/g)) {
      range.setStart(currentNode, index);
      range.setEnd(currentNode, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
    }
  }
  return found;
}
