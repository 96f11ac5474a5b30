import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CardData } from '../../src/card-frame/frame/card-form.js';
import { tokenizerNamed } from '../../src/card-frame/frame/tokenizers/index.js';
import { pagarme } from '../../src/card-frame/frame/tokenizers/pagarme.js';
import { pagbank } from '../../src/card-frame/frame/tokenizers/pagbank.js';
import { z2pay } from '../../src/card-frame/frame/tokenizers/z2pay.js';

const CARD: CardData = {
  number: '4242424242424242',
  expiryMonth: 3,
  expiryYear: 2040,
  cvc: '123',
  holderName: 'João d’Ávila 3º',
};
const OPTIONS = { publicKey: 'pk_test_1234', nonce: '0'.repeat(32), timeoutMs: 1_000 };

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(['sandbox', 'pagarme', 'pagbank', 'z2pay'])('%s is built in', (name) => {
  expect(tokenizerNamed(name)).toBeTypeOf('function');
});

test.each(['', 'stripe', 'raw', 'toString', '__proto__', 'https://evil.example'])(
  'a card is given to nobody by the name of %j',
  (name) => {
    expect(tokenizerNamed(name)).toBeUndefined();
  },
);

/** The gateway as its document says it answers. */
function gateway(answer: () => Response | Promise<Response>): { url: URL; init: RequestInit }[] {
  const requests: { url: URL; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    requests.push({ url, init });
    return answer();
  });
  return requests;
}
const says =
  (status: number, body: unknown): (() => Response) =>
  () =>
    Response.json(body, { status });

const failure = (code: string, retryable: boolean): object => ({ ok: false, kind: 'api', code, retryable });

describe('Pagar.me', () => {
  test('gets the card in its own words, with the public key and nothing of the browser’s', async () => {
    const requests = gateway(
      says(200, { id: 'token_1a2B3c4D', type: 'card', card: { last_four_digits: '4242', brand: 'Visa' } }),
    );
    expect(await pagarme(CARD, OPTIONS)).toEqual({
      ok: true,
      token: 'token_1a2B3c4D',
      last4: '4242',
      brand: 'visa',
      lifeMs: 60_000,
    });
    expect(requests).toHaveLength(1);
    const [{ url, init }] = requests as [{ url: URL; init: RequestInit }];
    expect(url.href).toBe('https://api.pagar.me/core/v5/tokens?appId=pk_test_1234');
    expect(JSON.parse(init.body as string)).toEqual({
      type: 'card',
      card: {
        number: '4242424242424242',
        holder_name: 'João d’Ávila 3º',
        exp_month: 3,
        exp_year: 2040,
        cvv: '123',
      },
    });
    expect(init).toMatchObject({
      method: 'POST',
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(Object.keys(init.headers as object)).not.toContain('authorization');
  });

  test.each([
    ['request.card.number', 'number'],
    ['card.holder_name', 'holderName'],
    ['request.card.exp_month', 'expiryMonth'],
    ['request.card.exp_year', 'expiryYear'],
    ['request.card.cvv', 'cvc'],
  ])('a refusal of %s is shown at its field', async (member, param) => {
    gateway(says(422, { message: 'The request is invalid.', errors: { [member]: ['inválido'] } }));
    expect(await pagarme(CARD, OPTIONS)).toEqual({
      ok: false,
      kind: 'api',
      code: 'card_invalid',
      retryable: false,
      param,
    });
  });

  test.each<[about: string, answer: () => Response | Promise<Response>, result: object]>([
    [
      'a domain that is not registered',
      says(403, { message: 'Forbidden' }),
      failure('public_key_refused', false),
    ],
    ['a key it does not know', says(401, {}), failure('public_key_refused', false)],
    ['a refusal without a field', says(400, { message: 'no' }), failure('card_invalid', false)],
    [
      'a refusal of something else',
      says(422, { errors: { 'request.type': ['?'] } }),
      failure('card_invalid', false),
    ],
    ['errors that are a list', says(422, { errors: ['number'] }), failure('card_invalid', false)],
    ['too many tries', says(429, {}), failure('rate_limited', true)],
    ['a fault of its own', says(500, {}), failure('card_frame_failed', true)],
    ['a success without a token', says(200, { id: '4242424242424242' }), failure('card_frame_failed', true)],
    ['HTML', () => new Response('<h1>Hi</h1>'), failure('card_frame_failed', true)],
    [
      'no answer',
      async () => Promise.reject(new TypeError('Failed to fetch')),
      { ok: false, kind: 'network', code: 'card_frame_failed', retryable: true },
    ],
  ])('%s charges nothing and is told', async (_about, answer, result) => {
    gateway(answer);
    expect(await pagarme(CARD, OPTIONS)).toEqual(result);
  });

  test.each(['', 'sk_live_1234', 'pk_', 'pk_a&appId=pk_evil'])(
    'is not asked with the key %j',
    async (publicKey) => {
      const requests = gateway(says(200, {}));
      expect(await pagarme(CARD, { ...OPTIONS, publicKey })).toMatchObject({ code: 'public_key_invalid' });
      expect(requests).toEqual([]);
    },
  );
});

describe('z2pay', () => {
  const WITH_DOCUMENT = { ...CARD, document: '11144477735' };
  const Z2PAY = { ...OPTIONS, publicKey: 'comp_1234' };
  const refused = (param: string): object => ({ ...failure('card_invalid', false), param });

  test('asks the form for the document of the holder', () => {
    expect(z2pay.needsDocument).toBe(true);
    expect([pagarme.needsDocument, pagbank.needsDocument]).toEqual([undefined, undefined]);
  });

  test('gets the card in its own words, and gives a token for a day', async () => {
    const requests = gateway(says(201, { tokenId: 'tkn_1a2B3c4D' }));
    expect(await z2pay(WITH_DOCUMENT, Z2PAY)).toEqual({
      ok: true,
      token: 'tkn_1a2B3c4D',
      last4: '4242',
      lifeMs: 86_400_000,
    });
    const [{ url, init }] = requests as [{ url: URL; init: RequestInit }];
    expect(url.href).toBe('https://api.sandbox.z2pay.com/tokens/cards');
    expect(JSON.parse(init.body as string)).toEqual({
      companyId: 'comp_1234',
      number: '4242424242424242',
      holder: 'João d’Ávila 3º',
      document: '11144477735',
      cvv: '123',
      expiry: '03/2040',
    });
    expect(init).toMatchObject({ mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  test.each(['https://api.z2pay.com', 'https://api.z2pay.com/', 'https://api.sandbox.z2pay.com'])(
    'is asked at its own host %s',
    async (url) => {
      const requests = gateway(says(200, { tokenId: 'tkn_1a2B3c4D' }));
      await z2pay(WITH_DOCUMENT, { ...Z2PAY, url });
      expect(requests[0]?.url.href).toBe(`${new URL(url).origin}/tokens/cards`);
    },
  );

  test.each([
    'https://evil.example',
    'https://api.z2pay.com.evil.example',
    'https://api.z2pay.com@evil.example',
    'http://api.z2pay.com',
    'https://api.z2pay.com/elsewhere',
    'https://apixz2pay.com',
    '//api.z2pay.com',
    '',
  ])('is not asked at %j, wherever the page says it lives', async (url) => {
    const requests = gateway(says(200, { tokenId: 'tkn_1' }));
    expect(await z2pay(WITH_DOCUMENT, { ...Z2PAY, url })).toEqual(failure('tokenizer_url_invalid', false));
    expect(requests).toEqual([]);
  });

  test.each([undefined, '', '12ABC34501DE35', '111.444.777-35', '1114447773'])(
    'is sent nothing with the document %j',
    async (document) => {
      const requests = gateway(says(200, { tokenId: 'tkn_1' }));
      expect(await z2pay({ ...CARD, document }, Z2PAY)).toEqual(refused('document'));
      expect(requests).toEqual([]);
    },
  );

  test.each(['', 'z2_chk_sk_live1', 'a b', 'comp/1234'])(
    'is not asked with the key %j',
    async (publicKey) => {
      const requests = gateway(says(200, {}));
      expect(await z2pay(WITH_DOCUMENT, { ...Z2PAY, publicKey })).toEqual(
        failure('public_key_invalid', false),
      );
      expect(requests).toEqual([]);
    },
  );

  test.each([
    ['number', 'number'],
    ['holder', 'holderName'],
    ['document', 'document'],
    ['cvv', 'cvc'],
    ['expiry', 'expiryMonth'],
  ])('a refusal of %s is shown at its field', async (param, ours) => {
    gateway(says(400, { error: { code: 'validation_failed', param } }));
    expect(await z2pay(WITH_DOCUMENT, Z2PAY)).toEqual(refused(ours));
  });

  test.each<[about: string, answer: () => Response | Promise<Response>, result: object]>([
    [
      'a key it does not know',
      says(401, { error: { code: 'UNAUTHORIZED' } }),
      failure('public_key_refused', false),
    ],
    [
      'a domain that is not registered',
      says(403, { error: { code: 'FORBIDDEN' } }),
      failure('public_key_refused', false),
    ],
    [
      'a refusal without a field',
      says(400, { error: { code: 'validation_failed' } }),
      failure('card_invalid', false),
    ],
    [
      'a refusal of something else',
      says(400, { error: { param: 'toString' } }),
      failure('card_invalid', false),
    ],
    ['an error that is a text', says(422, { error: 'number' }), failure('card_invalid', false)],
    ['too many tries', says(429, {}), failure('rate_limited', true)],
    ['a fault of its own', says(503, {}), failure('card_frame_failed', true)],
    ['a success without a token', says(200, { token: 'tkn_1a2B' }), failure('card_frame_failed', true)],
    [
      'a token that is the number',
      says(200, { tokenId: '4242424242424242' }),
      failure('card_frame_failed', true),
    ],
    ['HTML', () => new Response('<h1>Hi</h1>'), failure('card_frame_failed', true)],
    [
      'no answer',
      async () => Promise.reject(new TypeError('Failed to fetch')),
      { ok: false, kind: 'network', code: 'card_frame_failed', retryable: true },
    ],
  ])('%s charges nothing and is told', async (_about, answer, result) => {
    gateway(answer);
    expect(await z2pay(WITH_DOCUMENT, Z2PAY)).toEqual(result);
  });
});

describe('PagBank', () => {
  const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  const numberOf = (text: string): bigint =>
    BigInt(`0x${[...text].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('')}`);
  const fromUrl = (text = ''): bigint => numberOf(atob(text.replaceAll('-', '+').replaceAll('_', '/')));

  /** A merchant's key, and what only the gateway can do with a cipher. */
  async function keyOf(bits: number): Promise<{ publicKey: string; open(cipher: string): string }> {
    const pair = await crypto.subtle.generateKey(
      { name: 'RSA-OAEP', modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
      true,
      ['encrypt', 'decrypt'],
    );
    const { n, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const [modulus, secret] = [fromUrl(n), fromUrl(d)];
    return {
      publicKey: base64(await crypto.subtle.exportKey('spki', pair.publicKey)),
      open(cipher) {
        let [result, square] = [1n, numberOf(atob(cipher))];
        for (let rest = secret; rest > 0n; rest >>= 1n) {
          if (rest & 1n) result = (result * square) % modulus;
          square = (square * square) % modulus;
        }
        const hex = result.toString(16).padStart(bits / 4, '0');
        const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pairOf) => parseInt(pairOf, 16));
        const end = bytes.indexOf(0, 2);
        // RFC 8017, 7.2.2: 00 02, at least eight bytes that are not 0, 00, the text.
        expect([bytes[0], bytes[1]]).toEqual([0, 2]);
        expect(end).toBeGreaterThanOrEqual(10);
        return new TextDecoder().decode(bytes.slice(end + 1));
      },
    };
  }

  test.each([1024, 2048, 4096])(
    'a cipher that only its key of %i bits opens, and nothing is sent',
    async (bits) => {
      const asked = vi.fn();
      vi.stubGlobal('fetch', asked);
      const { publicKey, open } = await keyOf(bits);
      const before = Date.now();
      const result = await pagbank(CARD, { ...OPTIONS, publicKey });
      expect(result).toMatchObject({ ok: true, last4: '4242' });
      const { token } = result as { token: string };
      expect(atob(token)).toHaveLength(bits / 8);
      const [number, code, month, year, holder, madeAt] = open(token).split(';');
      expect([number, code, month, year, holder]).toEqual([
        '4242424242424242',
        '123',
        '03',
        '2040',
        'Joao dAvila',
      ]);
      expect(Number(madeAt)).toBeGreaterThanOrEqual(before);
      expect(asked).not.toHaveBeenCalled();
    },
  );

  test('two ciphers of one card are never the same', async () => {
    const { publicKey } = await keyOf(1024);
    const [one, two] = await Promise.all([1, 2].map(async () => pagbank(CARD, { ...OPTIONS, publicKey })));
    expect(one).not.toEqual(two);
  });

  test('a key in PEM lines is read', async () => {
    const { publicKey, open } = await keyOf(1024);
    const pem = `-----BEGIN PUBLIC KEY-----\n${publicKey.replaceAll(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
    const result = await pagbank(CARD, { ...OPTIONS, publicKey: pem });
    expect(open((result as { token: string }).token)).toContain('4242424242424242;123');
  });

  test.each(['', 'no key', 'AAAA', 'pk_test_1234'])(
    'the key %j is refused, and says so',
    async (publicKey) => {
      expect(await pagbank(CARD, { ...OPTIONS, publicKey })).toMatchObject({
        ok: false,
        code: 'public_key_invalid',
        retryable: false,
      });
    },
  );

  test('a name without a letter it can write is shown at its field', async () => {
    const { publicKey } = await keyOf(1024);
    const result = await pagbank({ ...CARD, holderName: '王小明' }, { ...OPTIONS, publicKey });
    expect(result).toMatchObject({ ok: false, param: 'holderName' });
  });
});
