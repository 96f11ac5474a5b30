import { bare } from '../../core/bare.js';
import { cardFrameHeaders, cardFrameScriptHeaders, type CardFrameHeadersOptions } from './headers.js';

/** Stands in the manifest's policy for what only the provider knows. */
export const PLACEHOLDERS = {
  frameAncestors: '{frame-ancestors}',
  tokenizerOrigins: '{tokenizer-origins}',
} as const;

/** Where each tokenizer of the frame sends a card, beside the frame's own origin. One that is not listed sends none. */
export const TOKENIZER_ORIGINS: Readonly<Record<string, readonly string[]>> = {
  pagarme: ['https://api.pagar.me'],
  z2pay: ['https://api.z2pay.com', 'https://api.sandbox.z2pay.com'],
};

/** One file of the frame, as it has to be served. */
export interface ManifestFile {
  readonly contentType: string;
  readonly bytes: number;
  /** Of the bytes as they are served, in the form of an `integrity` attribute. */
  readonly sha384: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** `dist/card-frame/headers.json`: everything a provider needs to serve the frame. */
export interface CardFrameManifest {
  readonly about: string;
  readonly placeholders: Readonly<Record<string, string>>;
  readonly tokenizerOrigins: Readonly<Record<string, readonly string[]>>;
  /** The whole inventory, by name: a frame that serves or loads anything else is not the one that was built. */
  readonly files: Readonly<Record<string, ManifestFile>>;
}

interface Built {
  readonly bytes: number;
  readonly sha384: string;
}

/** Origins nobody has: they stand for the placeholders while the headers are written. */
const ANCESTOR = 'https://frame-ancestors.invalid';
const TOKENIZER = 'https://tokenizer-origins.invalid';

/** The manifest of a build, from the one source of the headers. */
export function cardFrameManifest(document: Built, script: Built): CardFrameManifest {
  const headers = cardFrameHeaders({
    frameAncestors: [ANCESTOR],
    tokenizerOrigins: [TOKENIZER],
    scriptIntegrity: script.sha384,
  });
  const filled = Object.entries(headers).map(([name, value]) => [
    name,
    value.replace(ANCESTOR, PLACEHOLDERS.frameAncestors).replace(TOKENIZER, PLACEHOLDERS.tokenizerOrigins),
  ]);
  return {
    about:
      'Serve these files as they are, with these headers, from an origin of your own that no shop is on. Fill in the placeholders of the policy for each session. The document may be given the meta elements card-frame-parents and card-frame-raw before </head>, and nothing else.',
    placeholders: {
      [PLACEHOLDERS.frameAncestors]:
        'the exact origins that the session’s merchant has registered, separated by spaces; no wildcard',
      [PLACEHOLDERS.tokenizerOrigins]:
        'the origins of the session’s tokenizer, from tokenizerOrigins; nothing where it has none',
    },
    tokenizerOrigins: TOKENIZER_ORIGINS,
    files: {
      'index.html': {
        contentType: 'text/html; charset=utf-8',
        ...document,
        headers: bare(Object.fromEntries(filled) as Record<string, string>),
      },
      'card-frame.js': {
        contentType: 'text/javascript; charset=utf-8',
        ...script,
        headers: cardFrameScriptHeaders(),
      },
    },
  };
}

/** The headers of one file for one session, or `undefined` for a name that is not in the inventory. */
export function manifestHeaders(
  { files }: CardFrameManifest,
  name: string,
  { frameAncestors, tokenizerOrigins = [] }: Omit<CardFrameHeadersOptions, 'scriptIntegrity'>,
): Record<string, string> | undefined {
  const file = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!file) return undefined;
  // Throws for anything that is not an exact origin.
  cardFrameHeaders({ frameAncestors, tokenizerOrigins });
  const headers = Object.entries(file.headers).map(([header, value]) => [
    header,
    value
      .replace(PLACEHOLDERS.frameAncestors, frameAncestors.join(' ') || "'none'")
      .replace(` ${PLACEHOLDERS.tokenizerOrigins}`, ['', ...tokenizerOrigins].join(' ')),
  ]);
  return { 'Content-Type': file.contentType, ...Object.fromEntries(headers) } as Record<string, string>;
}
