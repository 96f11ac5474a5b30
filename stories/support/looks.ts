import type { CheckoutSessionElement } from '../../src/elements/checkout-session/checkout-session.js';
import { PRESETS } from '../../src/theme/presets.js';
import { TOKENS } from '../../src/theme/tokens.js';
import { deepAll } from './deep.js';

/** What the toolbar decides about a story that is shown already. */
export interface Look {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly locale: string;
  /** `auto`: the locale's own. */
  readonly direction: 'auto' | 'ltr' | 'rtl';
  /** CSS pixels, or `full`. */
  readonly width: string;
  readonly motion: 'full' | 'reduced';
  /** Name of a ready look, or `none`. */
  readonly preset: string;
}

export const WIDTHS = ['full', '320', '375', '768', '1280'] as const;

/** Every language there are words for, and regions that have words of their own. */
export const LOCALES: readonly string[] = [
  ...new Set([
    'en',
    ...Object.keys(import.meta.glob('../../src/i18n/locales/*.ts'))
      .map((file) => file.slice(file.lastIndexOf('/') + 1, -'.ts'.length))
      .filter((name) => !/-(more|action)$/.test(name))
      .sort(),
  ]),
];

const reducedSheet = new CSSStyleSheet();
reducedSheet.replaceSync(`:not(.probe), ::before, ::after {
  animation-duration: 1ms !important;
  animation-iteration-count: 1 !important;
  /* The probe tells by a transition that colours have changed. A duration for all would have every inherited colour pass on from element to element, frame by frame. */
  transition: none !important;
}`);

/** Ends what the look before this one had begun. */
const dressed = new WeakMap<HTMLElement, AbortController>();

/** Dresses what is in `holder`, and whatever is drawn in it later. */
export function applyLook(holder: HTMLElement, look: Look): void {
  document.documentElement.style.colorScheme = look.theme === 'auto' ? 'light dark' : look.theme;
  wear(holder, look.preset);
  holder.style.maxInlineSize = look.width === 'full' ? '' : `${look.width}px`;
  for (const checkout of deepAll<CheckoutSessionElement>(holder, 'checkout-session')) {
    checkout.theme = look.theme;
    checkout.locale = look.locale;
  }
  dressed.get(holder)?.abort();
  const turned = new AbortController();
  const { signal } = turned;
  dressed.set(holder, turned);
  const dress = (): void => {
    if (!signal.aborted) dressShadows(holder, look);
  };
  dress();
  // Shadow roots come and go with the screens; the states that bring them are told by an event.
  holder.addEventListener('checkout-state-change', () => requestAnimationFrame(dress), { signal });
  const observer = new MutationObserver(dress);
  observer.observe(holder, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
}

/** Above the checkout, as a preset's stylesheet sets them: a token of the checkout's own goes before it. */
function wear(holder: HTMLElement, name: string): void {
  const tokens = PRESETS.find((preset) => preset.name === name)?.tokens ?? {};
  for (const token of TOKENS) holder.style.setProperty(token.name, tokens[token.name] ?? null);
}

function dressShadows(holder: HTMLElement, { direction, motion }: Look): void {
  for (const element of deepAll(holder, '*')) {
    const { shadowRoot } = element;
    if (shadowRoot) {
      const sheets = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== reducedSheet);
      shadowRoot.adoptedStyleSheets = motion === 'reduced' ? [...sheets, reducedSheet] : sheets;
    }
    if (element.matches('[part~="root"]')) turn(element, direction);
    if (element instanceof HTMLIFrameElement) turnFrame(element, direction);
  }
}

/** What a direction other than the locale's own looks like. */
function turn(element: HTMLElement, direction: Look['direction']): void {
  element.dataset['ownDirection'] ??= element.dir;
  element.dir = direction === 'auto' ? element.dataset['ownDirection'] : direction;
}

function turnFrame(frame: HTMLIFrameElement, direction: Look['direction']): void {
  try {
    const root = frame.contentDocument?.documentElement;
    if (root) turn(root, direction);
  } catch {
    // A frame of another origin keeps its own.
  }
}
