/** A piece of a page that is safe to put into another. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | false | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const write = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
};

/** Everything put in is text, unless it is `Markup` itself. Attributes have to be written in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((page, string, index) => page + write(parts[index - 1]) + string));

/** What a page of the payer's side is made of. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
  /** Seconds after which the page is loaded again. */
  readonly refresh?: number;
  /** Look of the page: a phone, a bank, a plain sheet. */
  readonly look?: 'phone' | 'bank' | 'secure' | 'sheet';
  /** Where its form may end up, besides the sandbox itself. */
  readonly returnUrl?: string;
}

/** No script, no style but the one file, no form that leaves but to the shop. May stand in a frame. */
const policy = (returnUrl: string | undefined): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    `form-action 'self'${returnUrl === undefined ? '' : ` ${new URL(returnUrl).origin}`}`,
    "base-uri 'none'",
    'frame-ancestors *',
  ].join('; ');

/** The whole document, under a policy that allows no script at all. */
export function pageResponse({
  title,
  body,
  status = 200,
  refresh,
  look = 'sheet',
  returnUrl,
}: Page): Response {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh !== undefined && html`<meta http-equiv="refresh" content="${refresh}" />`}
        <title>${title} · Sandbox</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/payer/style.css" />
      </head>
      <body class="${look}">
        <p class="ribbon"><strong>Sandbox</strong> No real money moves here.</p>
        <main>${body}</main>
      </body>
    </html> `;
  return new Response(page.text, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy(returnUrl),
      'Referrer-Policy': 'no-referrer',
    },
  });
}

/** 303: the browser asks for the next page with GET, and a reload sends nothing again. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { Location: location } });
