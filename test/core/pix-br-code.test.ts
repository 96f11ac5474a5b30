import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CheckoutError } from '../../src/core/errors.js';
import { parseBrCode } from '../../src/core/pix/br-code.js';
import { crc16 } from '../../src/core/pix/crc16.js';
import { formatTlv, parseTlv } from '../../src/core/pix/tlv.js';
import { BR_CODES } from '../support/br-codes.js';
import { seeded } from '../support/proof.js';
import { withoutTraces } from '../support/without-traces.js';

withoutTraces();

/** Puts the right CRC behind a code whose fields are given; the tests of the fields need no other. */
const withCrc = (body: string): string =>
  `${body}6304${crc16(`${body}6304`).toString(16).toUpperCase().padStart(4, '0')}`;

const EVP = '123e4567-e12b-12d1-a456-426655440000';
const ACCOUNT = formatTlv('00', 'br.gov.bcb.pix') + formatTlv('01', EVP);

const DYNAMIC = { '26': formatTlv('00', 'br.gov.bcb.pix') + formatTlv('25', 'psp.com/1') };

/** The fields of a small static code, to be replaced, added to or (by an empty value) left out. */
function code(changes: Record<string, string> = {}): string {
  const fields: Record<string, string> = {
    '26': ACCOUNT,
    '52': '0000',
    '53': '986',
    '58': 'BR',
    '59': 'Fulano de Tal',
    '60': 'BRASILIA',
    '62': formatTlv('05', '***'),
    ...changes,
  };
  const written = Object.keys(fields).sort();
  return withCrc(`000201${written.map((id) => fields[id] && formatTlv(id, fields[id])).join('')}`);
}

const reason = (text: string): string => {
  try {
    parseBrCode(text);
  } catch (error) {
    if (error instanceof CheckoutError && error.kind === 'api' && error.code === 'pix_code_invalid')
      return error.message;
    throw error;
  }
  return 'accepted';
};

const isAccepted = (text: string): boolean => {
  try {
    parseBrCode(text);
    return true;
  } catch {
    return false;
  }
};

const { S1, S2, S3, S4, D1, D2, D3, R1, V5, V8 } = BR_CODES;
const VECTORS = Object.values(BR_CODES);

const THALES = { merchantName: 'THALES OGLIARI', merchantCity: 'SAO MIGUEL DO O' };
const FULANO = { merchantName: 'Fulano de Tal', merchantCity: 'BRASILIA' };
const PAYLOAD = 'payload.psp.com/3ec9d2f9-5f03-4e0e-820d-63a81e769e87';

describe('crc16', () => {
  test.each([
    ['123456789', 0x29b1],
    ['', 0xffff],
  ])('of %j is the check value of CRC-16/CCITT-FALSE', (text, sum) => {
    expect(crc16(text)).toBe(sum);
  });
});

describe('parseBrCode', () => {
  test.each([
    [
      'S1',
      S1,
      { kind: 'static', ...THALES, amount: 1000, key: 'thalesog@me.com', description: 'Pedido 123' },
    ],
    ['S2', S2, { kind: 'static', ...THALES, key: 'thalesog@me.com', description: 'Pedido 123' }],
    [
      'S3, with a withdrawal agent and a txid',
      S3,
      {
        kind: 'static',
        merchantName: 'Pix',
        merchantCity: 'BRASILIA',
        amount: 57757,
        txid: '99ed983ea570413d8d336301d',
        key: '4004901d-bd85-4769-8e52-cb4c42c506dc',
        description: 'Jornada pagador 43107',
      },
    ],
    ['S4', S4, { kind: 'static', ...FULANO, key: EVP }],
    ['D1, dynamic without field 01', D1, { kind: 'dynamic', ...THALES, url: PAYLOAD }],
    ['D2', D2, { kind: 'dynamic', ...THALES, url: PAYLOAD }],
    [
      'D3, dynamic with an amount',
      D3,
      {
        kind: 'dynamic',
        merchantName: 'TESTE DO TESTE DO TESTEIE',
        merchantCity: 'RIO DE JANEIRO',
        amount: 580,
        txid: '1111111111111111111111111',
        url: 'exemplodeurl.com/pix/v2/11111111-1111-1111-1111-111111111111',
      },
    ],
    [
      'R1, dynamic with a recurrence',
      R1,
      {
        kind: 'dynamic',
        ...FULANO,
        url: 'pix.example.com/qr/v2/8b3da2f39a4140d1a91abd93113bd441',
        recurrenceUrl: 'pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa353194890',
      },
    ],
    [
      'V5, an amount of one decimal and the scheme in capitals',
      V5,
      {
        kind: 'static',
        merchantName: 'CARL',
        merchantCity: 'SAN.FIERRO',
        amount: 90,
        txid: 'b4b4c4',
        key: '11111111111',
        description: 'Vacina covid',
      },
    ],
    ['V8, UTF-8', V8, { kind: 'static', merchantName: 'Fulano de Tal', merchantCity: 'BRASÍLIA', key: EVP }],
  ])('reads %s', (_, text, expected) => {
    expect(parseBrCode(text)).toEqual(expected);
  });

  test('reads a code of a recurring payment only', () => {
    const account = formatTlv('00', 'br.gov.bcb.pix');
    const url = 'pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa353194890';
    expect(parseBrCode(code({ '26': account, '80': account + formatTlv('25', url) }))).toEqual({
      kind: 'recurring',
      ...FULANO,
      recurrenceUrl: url,
    });
  });

  test('takes a code with key and URL for a static one, as banks do', () => {
    const account = ACCOUNT + formatTlv('25', 'psp.com/1');
    expect(parseBrCode(code({ '26': account }))).toMatchObject({
      kind: 'static',
      key: EVP,
      url: 'psp.com/1',
    });
  });

  test.each([
    'https://payload.psp.com/1',
    'HTTPS://payload.psp.com/1',
    'payload.psp.com',
    'psp.com:8443/a?b=c',
  ])('takes the URL %s', (url) => {
    const account = formatTlv('00', 'br.gov.bcb.pix') + formatTlv('25', url);
    expect(parseBrCode(code({ '26': account }))).toMatchObject({ kind: 'dynamic', url });
  });

  test.each([
    'http://psp.com/1',
    'javascript:alert(1)',
    'https://user@psp.com',
    'https://user:pass@psp.com',
    '/relative',
    'psp.com/a b',
  ])('refuses the URL %s', (url) => {
    const account = formatTlv('00', 'br.gov.bcb.pix') + formatTlv('25', url);
    expect(reason(code({ '26': account }))).toContain('URL');
  });

  test.each([
    ['0.9', 90],
    ['10', 1000],
    ['100', 10000],
    ['10.00', 1000],
    ['0.01', 1],
    ['0.00', 0],
    ['9999999999.99', 999999999999],
  ])('takes the amount %s', (text, amount) => {
    expect(parseBrCode(code({ '54': text })).amount).toBe(amount);
  });

  test.each([
    '10,00',
    '1.000',
    '-1',
    '+1',
    '1e3',
    '.5',
    '5.',
    ' 1',
    'R$1',
    '1.234.56',
    '99999999999.99',
    '１０',
  ])('refuses the amount %s', (text) => {
    expect(reason(code({ '54': text }))).toContain('amount');
  });

  test.each([
    ['an emoji as txid', { '62': formatTlv('05', '🎁1') }],
    ['an emoji with its selector', { '59': 'Flor ❤️' }],
    ['a name of another script', { '59': '東京の店' }],
    ['25 characters of two code units', { '59': '😀'.repeat(25) }],
    ['another scheme beside Pix', { '27': formatTlv('00', 'com.example') }],
    ['Pix in a later account field', { '26': formatTlv('00', 'com.example'), '51': ACCOUNT }],
    ['an unreserved field of another scheme', { '99': formatTlv('00', 'com.example') }],
    ['a dynamic txid of 35 characters', { ...DYNAMIC, '62': formatTlv('05', 'T'.repeat(35)) }],
    ['a postal code', { '61': '70074900' }],
    ['no additional data', { '62': '' }],
  ])('accepts %s', (_, changes) => {
    expect(reason(code(changes))).toBe('accepted');
  });

  test.each([
    ['no text', '', 'CRC'],
    ['no code at all', 'https://psp.com/pay', 'CRC'],
    ['a changed CRC', `${S1.slice(0, -1)}7`, 'CRC'],
    ['a CRC in lower case', `${S4.slice(0, -4)}1d3d`, 'CRC'], // the standard writes capitals
    ['no CRC value', S1.slice(0, -4), 'CRC'],
    ['something behind the CRC', `${S1} `, 'CRC'],
    ['a line break behind the CRC', `${S1}\n`, 'invisible'],
    ['another scheme', D2.replace('pix2552', 'spi2552').slice(0, -4), 'CRC'],
    ['another scheme, with its CRC', withCrc(D2.replace('pix2552', 'spi2552').slice(0, -8)), 'not of Pix'],
    ['a first field other than 00', withCrc(`010212${S4.slice(0, -8)}`), 'first or last'],
    ['another format', withCrc(S4.replace('000201', '000202').slice(0, -8)), 'first or last'],
    ['a CRC inside another field', withCrc(`${S4.slice(0, -19)}6208`), 'first or last'],
    ['a field that runs over the end', withCrc('0002015999ABC'), 'fields'],
    ['an id of letters', withCrc('000201AA01X'), 'fields'],
    ['a length of letters', withCrc('00020159 1X'), 'fields'],
    ['a sign in the length', withCrc('00020159+1X'), 'fields'],
    ['two amounts', withCrc(S1.slice(0, -8) + formatTlv('54', '1.00')), 'fields'],
    ['two names', withCrc(S4.slice(0, -8) + formatTlv('59', 'Mallory')), 'fields'],
    ['two Pix accounts', code({ '27': ACCOUNT }), 'two Pix'],
    ['a broken account', code({ '26': `${ACCOUNT}0` }), 'field 26'],
    ['broken additional data', code({ '62': '0599' }), 'field 62'],
    ['a broken unreserved field', code({ '80': 'x' }), 'field 80'],
    ['no account', code({ '26': '' }), 'not of Pix'],
    ['an account without key and URL', code({ '26': formatTlv('00', 'br.gov.bcb.pix') }), 'neither'],
    ['no category', code({ '52': '' }), 'category'],
    ['dollars', code({ '53': '840' }), 'currency'],
    ['no currency', code({ '53': '' }), 'currency'],
    ['another country', code({ '58': 'US' }), 'country'],
    ['no name', code({ '59': '' }), 'merchant name'],
    ['a name of spaces', code({ '59': '   ' }), 'merchant name'],
    ['a name of 26 characters', code({ '59': 'N'.repeat(26) }), 'merchant name'],
    ['no city', code({ '60': '' }), 'merchant city'],
    ['a city of 16 characters', code({ '60': 'C'.repeat(16) }), 'merchant city'],
    ['a static txid of 26 characters', code({ '62': formatTlv('05', 'T'.repeat(26)) }), 'txid'],
    [
      'more than the 512 characters of the standard',
      code(Object.fromEntries([81, 82, 83, 84, 85].map((id) => [id, formatTlv('00', 'x'.repeat(95))]))),
      'too long',
    ],
    ['a million characters', '0'.repeat(1e6), 'too long'],
    ['a tip to ask for', code({ '55': '01' }), 'a fee or a tip'],
    ['a fee of so much', code({ '54': '100.00', '55': '02', '56': '500.00' }), 'a fee or a tip'],
    ['a fee of so many percent', code({ '54': '100.00', '55': '03', '57': '50' }), 'a fee or a tip'],
  ])('refuses %s', (_, text, part) => {
    expect(reason(text)).toContain(part);
  });

  test.each([
    ['a control character', '\u0007'],
    ['a C1 control', '\u0085'],
    ['a right-to-left override', '\u202e'],
    ['an isolate', '\u2066'],
    ['a right-to-left mark', '\u200f'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a line separator', '\u2028'],
    ['a private-use character', '\ue000'],
    ['a private-use character of plane 16', '\u{10fffd}'],
    ['a tag character', '\u{e0041}'],
    ['an invisible letter', '\u3164'],
    ['half of a surrogate pair', '\ud83d'],
  ])('refuses %s', (_, character) => {
    expect(reason(code({ '59': `A${character}B` }))).toContain('invisible');
  });

  test.each(Object.entries(BR_CODES))('refuses %s with any other last digit of its CRC', (_name, text) => {
    for (const digit of '0123456789ABCDEF')
      if (!text.endsWith(digit)) expect(reason(text.slice(0, -1) + digit)).toContain('CRC');
  });

  test('refuses the code of another scheme that ends before its CRC', () => {
    expect(reason('00020101021226740014br.gov.bcb.spi6304')).toContain('CRC');
  });

  test('refuses every code of which one ASCII character is changed', () => {
    const change = fc.constantFrom(...VECTORS).chain((text) =>
      fc.record({
        text: fc.constant(text),
        at: fc.nat(text.length - 1),
        character: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
      }),
    );
    fc.assert(
      fc.property(change, ({ text, at, character }) => {
        fc.pre(text[at] !== character && text.charCodeAt(at) < 128);
        expect(reason(text.slice(0, at) + character + text.slice(at + 1))).not.toBe('accepted');
      }),
      { numRuns: 5000 },
    );
  });

  test('refuses very many codes of which one byte is another, whatever byte', () => {
    const [seed, turns] = [
      Number(process.env['PIX_SEED'] ?? 4_711),
      Number(process.env['PIX_CASES'] ?? 100_000),
    ];
    const random = seeded(seed);
    const codes = VECTORS.map((text) => Buffer.from(text));
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let turn = 0; turn < turns; turn++) {
      const bytes = Buffer.from(codes[below(codes.length)] ?? '');
      const [at, byte] = [below(bytes.length), below(256)];
      if (bytes[at] === byte) continue;
      bytes[at] = byte;
      // Bytes that are no UTF-8 come out of a browser as U+FFFD, which is another character as well.
      const text = bytes.toString();
      if (isAccepted(text))
        throw new Error(
          `case ${String(turn)} of PIX_SEED=${String(seed)} is accepted: ${JSON.stringify(text)}`,
        );
    }
    expect(codes.every((bytes) => isAccepted(bytes.toString()))).toBe(true);
  });

  test('refuses every code of which one character is changed, left out or added, unless the CRC is the same', () => {
    const change = fc.record({
      text: fc.constantFrom(...VECTORS).map((text) => [...text]),
      at: fc.nat(300),
      removed: fc.nat(1),
      added: fc.string({ unit: 'binary', maxLength: 1 }),
    });
    fc.assert(
      fc.property(change, ({ text, at, removed, added }) => {
        const changed = [
          ...text.slice(0, at % text.length),
          added,
          ...text.slice((at % text.length) + removed),
        ].join('');
        fc.pre(changed !== text.join(''));
        const isCollision = crc16(changed.slice(0, -4)) === parseInt(changed.slice(-4), 16);
        expect(isCollision || reason(changed) !== 'accepted').toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('answers anything else with a CheckoutError', () => {
    // Fields at random with a right CRC, so that more than the CRC check is reached.
    const field = fc
      .tuple(
        fc.constantFrom(
          '00',
          '01',
          '25',
          '26',
          '27',
          '52',
          '53',
          '54',
          '58',
          '59',
          '60',
          '62',
          '63',
          '80',
          '9x',
        ),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('986', 'BR', '0000', ACCOUNT)),
      )
      .map(([id, value]) => formatTlv(id, value));
    const fields = fc.array(field, { maxLength: 12 }).map((parts) => withCrc(`000201${parts.join('')}`));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fields), (text) => {
        expect(reason(text)).toMatch(/accepted|not valid/); // `reason` throws on any other error
      }),
      { numRuns: 2000 },
    );
  });
});

describe('parseTlv', () => {
  test('undoes formatTlv, counting code points', () => {
    const id = fc.stringMatching(/^\d\d$/);
    const value = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, value), { selector: ([key]) => key }), (fields) => {
        const text = fields.map(([key, content]) => formatTlv(key, content)).join('');
        expect([...(parseTlv(text) ?? [])]).toEqual(fields);
      }),
    );
  });
});
