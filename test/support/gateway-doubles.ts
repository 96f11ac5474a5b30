import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { throwawayCertificate } from './fault-proxy-certificate.js';

/** A card in a gateway's hands. */
export interface GivenCard {
  readonly number: string;
  readonly holderName: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly cvc: string;
  readonly document?: string;
}

/** A request for a token that reached a gateway. */
export interface TokenRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  /** Of the answer. */
  readonly status: number;
  readonly token?: string;
}

export interface GatewayOptions {
  /** Domains registered in the merchant's dashboard. */
  readonly origins: () => readonly string[];
  readonly publicKey: string;
  /** Makes a token of a card that has passed; throws for one that is refused. */
  readonly issue: (card: GivenCard) => string;
}

type Answer = readonly [status: number, body: unknown];

/** Text of a member, as JSON may hold it. */
const textIn = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const recordIn = (body: unknown, name?: string): Readonly<Record<string, unknown>> => {
  const value = name === undefined ? body : recordIn(body)[name];
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
};

/** Whether a domain, a key and each member are as the gateway wants them; then what it answers. */
function pagarme(url: URL, body: unknown, { publicKey, issue }: GatewayOptions): Answer {
  if (url.pathname !== '/core/v5/tokens') return [404, { message: 'Not Found' }];
  if (url.searchParams.get('appId') !== publicKey)
    return [401, { message: 'Authorization has been denied.' }];
  const card = recordIn(body, 'card');
  const wrong = (['number', 'holder_name', 'exp_month', 'exp_year', 'cvv'] as const).find(
    (name) => !textIn(card, name),
  );
  if (recordIn(body)['type'] !== 'card' || wrong)
    return [
      422,
      { message: 'The request is invalid.', errors: { [`request.card.${wrong ?? 'type'}`]: ['?'] } },
    ];
  const number = textIn(card, 'number');
  const id = issue({
    number,
    holderName: textIn(card, 'holder_name'),
    expiryMonth: Number(card['exp_month']),
    expiryYear: Number(card['exp_year']),
    cvc: textIn(card, 'cvv'),
  });
  return [
    200,
    {
      id,
      type: 'card',
      card: { first_six_digits: number.slice(0, 6), last_four_digits: number.slice(-4), brand: 'Visa' },
    },
  ];
}

/** The token service as our own file reads it: the documents name the fields of the script and not the request. */
function z2pay(url: URL, body: unknown, { publicKey, issue }: GatewayOptions): Answer {
  const said = recordIn(body);
  if (url.pathname !== '/tokens/cards') return [404, { error: { code: 'NOT_FOUND' } }];
  if (textIn(said, 'companyId') !== publicKey) return [401, { error: { code: 'UNAUTHORIZED' } }];
  const refused = (param: string): Answer => [400, { error: { code: 'validation_failed', param } }];
  if (!/^(\d{11}|\d{14})$/.test(textIn(said, 'document'))) return refused('document');
  const [, month, year] = /^(\d\d)\/(\d{4})$/.exec(textIn(said, 'expiry')) ?? [];
  if (month === undefined) return refused('expiry');
  const tokenId = issue({
    number: textIn(said, 'number'),
    holderName: textIn(said, 'holder'),
    expiryMonth: Number(month),
    expiryYear: Number(year),
    cvc: textIn(said, 'cvv'),
    document: textIn(said, 'document'),
  });
  return [201, { tokenId }];
}

const GATEWAYS: Readonly<Record<string, typeof pagarme>> = {
  'api.pagar.me': pagarme,
  'api.sandbox.z2pay.com': z2pay,
};

/** The gateways' hosts on one local server, as their documents say they answer. */
export interface GatewayDoubles {
  readonly requests: TokenRequest[];
  /** Flags for a browser that is to find them under their real names. */
  readonly flags: readonly string[];
  /** What the next request is answered with instead, once. */
  instead: (() => Response) | undefined;
  close(): Promise<void>;
}

export const DOUBLES = { pagarme: 'https://api.pagar.me', z2pay: 'https://api.sandbox.z2pay.com' } as const;

/** Serves over TLS on a free port, whatever host a request names. */
export async function serveTls(
  handler: (request: Request) => Response | Promise<Response>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const answer = getRequestListener(handler, { overrideGlobalObjects: false });
  const server: Server = createServer(throwawayCertificate(), (request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Flags by which a browser finds hosts on a port of this machine, with a certificate that nobody has signed. */
export const mapHosts = (hosts: readonly string[], port: number): readonly string[] => [
  `--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1:${String(port)}`).join(',')}`,
  '--ignore-certificate-errors',
];

export async function startGatewayDoubles(options: GatewayOptions): Promise<GatewayDoubles> {
  const requests: TokenRequest[] = [];
  const doubles: { instead?: (() => Response) | undefined } = {};
  const { port, close } = await serveTls(async (request) => {
    const url = new URL(request.url);
    const { headers } = request;
    const origin = headers.get('origin') ?? '';
    const cors = {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Headers': 'content-type, accept',
      'Access-Control-Allow-Methods': 'POST',
    };
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    const body = await request.text();
    const { instead } = doubles;
    doubles.instead = undefined;
    const host = (headers.get('host') ?? '').replace(/:\d+$/, '');
    const [status, said] = instead
      ? [0, undefined]
      : !options.origins().includes(origin)
        ? [403, { message: 'Forbidden' }]
        : (GATEWAYS[host]?.(url, JSON.parse(body), options) ?? [404, {}]);
    const token = recordIn(said)['id'] ?? recordIn(said)['tokenId'];
    const response = instead?.() ?? Response.json(said, { status });
    requests.push({
      url: `https://${host}${url.pathname}${url.search}`,
      headers,
      body,
      status: response.status,
      ...(typeof token === 'string' && { token }),
    });
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    return response;
  });
  return Object.assign(doubles, {
    requests,
    flags: mapHosts(Object.keys(GATEWAYS), port),
    close,
  }) as GatewayDoubles;
}

/** PagBank's side: the merchant's key pair, and what only the gateway can do with a cipher. */
export function pagbankKeys(): { readonly publicKey: string; open(cipher: string): GivenCard } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    open(cipher) {
      // The padding by hand (RFC 8017, 7.2.2): newer releases of Node no longer undo it.
      const block = privateDecrypt(
        { key: privateKey, padding: constants.RSA_NO_PADDING },
        Buffer.from(cipher, 'base64'),
      );
      const text = block.subarray(block.indexOf(0, 2) + 1).toString('utf8');
      const [number = '', cvc = '', month, year, holderName = ''] = text.split(';');
      return { number, cvc, expiryMonth: Number(month), expiryYear: Number(year), holderName };
    },
  };
}
