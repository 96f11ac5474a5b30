import { html, svg, type TemplateResult } from 'lit';
import type { PaymentMethod } from '../core/session/session.js';

/** Drawn here, so that nothing is fetched and no mark is copied; 24 px high. The label beside it says the same. */
const icon = (width: number, content: unknown): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 ${width} 24" width=${width} height="24" fill="none" aria-hidden="true">
    ${content}
  </svg>`;

/** A name on its network's colour. */
const plate = (ground: string, text: string, ink = '#fff', size = 7.5): TemplateResult =>
  icon(
    36,
    svg`<rect x=".5" y=".5" width="35" height="23" rx="4" fill=${ground} stroke="#8885" />
    <text x="18" y="12" dy=".36em" fill=${ink} font-family="Arial,sans-serif" font-size=${size} font-weight="700"
      text-anchor="middle" textLength="28" lengthAdjust="spacingAndGlyphs">${text}</text>`,
  );

const line = (path: string): TemplateResult =>
  icon(
    24,
    svg`<path d=${path} stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" />`,
  );

const bank = (): TemplateResult => line('m3 9.5 9-6 9 6zM5.5 10v8m4.3-8v8m4.4-8v8m4.3-8v8M3 20.5h18');

const MARKS: Readonly<Record<string, () => TemplateResult>> = {
  visa: () => plate('#fff', 'VISA', '#1434cb', 11),
  mastercard: () =>
    icon(
      36,
      svg`<rect x=".5" y=".5" width="35" height="23" rx="4" fill="#fff" stroke="#8885" />
      <circle cx="14" cy="12" r="7" fill="#eb001b" /><circle cx="22" cy="12" r="7" fill="#f79e1b" fill-opacity=".8" />`,
    ),
  ecocash: () => plate('#0b4ea2', 'EcoCash'),
  onemoney: () => plate('#f58220', 'OneMoney', '#211000'),
  zimswitch: () => plate('#0f766e', 'ZimSwitch'),
  card: () =>
    line('M4.5 5.5h15a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zm-2 4h19M6 14.5h4'),
  pix: () =>
    icon(
      24,
      svg`<path d="M10.2 2.7 2.7 10.2a2.5 2.5 0 0 0 0 3.6l7.5 7.5a2.5 2.5 0 0 0 3.6 0l7.5-7.5a2.5 2.5 0 0 0 0-3.6l-7.5-7.5a2.5 2.5 0 0 0-3.6 0" fill="#30b6a8" />
      <path d="M4.9 8.4h1.3c.9 0 1.6.3 2.2.9l3.6 3.6 3.6-3.6c.6-.6 1.3-.9 2.2-.9h1.3m-14.2 7.2h1.3c.9 0 1.6-.3 2.2-.9l3.6-3.6 3.6 3.6c.6.6 1.3.9 2.2.9h1.3" stroke="#fff" stroke-width="1.5" />`,
    ),
  boleto: () =>
    icon(
      24,
      svg`<path d="M3 5v14M6.2 5v14M12.5 5v14M18 5v14M21 5v14" stroke="currentColor" stroke-width="1.4" /><path d="M9.3 5v14M15.2 5v14" stroke="currentColor" stroke-width="2.4" />`,
    ),
  mobile_money: () =>
    line('M8 2.5h8a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM11 18.5h2'),
  bank_redirect: bank,
  bank_transfer: bank,
  redirect: () => line('M7 17 17 7H9m8 0v8'),
};

/** The mark of a card brand, a mobile network or a method type; the plain card where there is none. */
export const methodIcon = (name: string): TemplateResult =>
  (MARKS[name] ?? MARKS['card'])?.() ?? icon(24, '');

/** The marks of a method: what its networks or brands are known by, else its own. */
export function methodIcons({ type, flow, networks, brands }: PaymentMethod): readonly TemplateResult[] {
  const known = (networks ?? brands ?? []).filter((name) => Object.hasOwn(MARKS, name)).slice(0, 3);
  return (known.length > 0 ? known : [flow && !Object.hasOwn(MARKS, type) ? flow : type]).map(methodIcon);
}
