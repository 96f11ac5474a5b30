import { CheckoutError } from '../../core/errors.js';

export interface CardFrameHeadersOptions {
  /** Origins of the pages that may show this frame: the merchant's registered ones. Exact, no wildcard. */
  readonly frameAncestors: readonly string[];
  /** The tokenizer's origins, where a card goes to a gateway and not to the frame's own: `https://api.pagar.me`. */
  readonly tokenizerOrigins?: readonly string[];
  /** `sha384-…` of card-frame.js, as in the document's `integrity` attribute. */
  readonly scriptIntegrity?: string;
}

const DENIED_FEATURES = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'microphone',
  'midi',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const originOf = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // An asterisk is a name like any other to Node and WebKit, and any name to a policy.
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== value || value.includes('*')) {
    throw new CheckoutError({
      kind: 'integration',
      code: 'frame_ancestor_invalid',
      message: `"${value}" is not an origin`,
      hint: 'Give exact origins such as https://shop.example: no path, no wildcard.',
    });
  }
  return url.origin;
};

/**
 * The response headers a provider sends with the card frame's document; token answers of its origin get the same.
 * Throws a `CheckoutError` (`integration` / `frame_ancestor_invalid`) for anything that is not an exact origin.
 */
export function cardFrameHeaders({
  frameAncestors,
  tokenizerOrigins = [],
  scriptIntegrity,
}: CardFrameHeadersOptions): Record<string, string> {
  const hash = scriptIntegrity !== undefined && /^sha(256|384|512)-[\w+/]+=*$/.test(scriptIntegrity);
  const policy = [
    "default-src 'none'",
    `script-src 'self'${hash ? ` '${scriptIntegrity}'` : ''}`,
    "style-src 'none'", // constructable stylesheets need none
    ["connect-src 'self'", ...tokenizerOrigins.map(originOf)].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.map(originOf).join(' ') || "'none'"}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    // The two that let a cross-origin-isolated shop show the frame.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    // Opened as a page of its own, it shares no window with whoever opened it.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': [...DENIED_FEATURES.map((name) => `${name}=()`), 'payment=(self)'].join(', '),
    'Origin-Agent-Cluster': '?1',
    'Strict-Transport-Security': 'max-age=63072000',
  };
}

/** The headers of its script, which nothing but the document may load. */
export const cardFrameScriptHeaders = (): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=63072000',
});
