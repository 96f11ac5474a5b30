import type { LitElement } from 'lit';

/** Everything that is drawn in an element and in those inside it, but what is there for screen readers only. */
function* drawn(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('.sr')) continue;
    if (element.getClientRects().length > 0) yield element;
    if (element.shadowRoot) yield* drawn(element.shadowRoot);
  }
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
    const range = document.createRange();
    range.selectNodeContents(part);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    if (lines.size > 1) found.push(`${part.textContent.trim()} is cut in two`);
  }
  return found;
}
