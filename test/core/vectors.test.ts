import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { minorUnitExponent } from '../../src/core/money/exponent.js';
import { formatMoney } from '../../src/core/money/format-money.js';
import { parseBrCode, type BrCode } from '../../src/core/pix/br-code.js';
import { crc16 } from '../../src/core/pix/crc16.js';
import { formatTlv, parseTlv } from '../../src/core/pix/tlv.js';
import { methodRecord } from '../../src/core/payment-methods/index.js';
import { native } from '../../src/core/providers/native.js';
import { walletCode } from '../../src/core/providers/wallet-codes.js';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { formatBoleto, validateBoleto } from '../../src/core/validation/boleto.js';
import { validateCnpj } from '../../src/core/validation/cnpj.js';
import { validateCpf } from '../../src/core/validation/cpf.js';
import { formatDocument, normalizeDocument } from '../../src/core/validation/document.js';
import { guessNetwork, normalizePhone } from '../../src/core/validation/mobile-money.js';
import { normalizePhoneBr } from '../../src/core/validation/phone-br.js';
import { formatPostalCode, validatePostalCode } from '../../src/core/validation/postal-code.js';

/*
 * The rows as they were handed down, read word for word from `vectors.md`: what stands in backquotes is what is tried. A row
 * without a check, or a check without its row, is a failure.
 */
const sections = new Map(
  readFileSync(new URL('vectors.md', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.trim().split('\n');
      return [title, lines.filter((line) => line.trim() !== '')] as const;
    }),
);

/** Cells of a table's rows, without its head. */
const rowsOf = (section: string): string[][] =>
  (sections.get(section) ?? [])
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.replaceAll('\\|', '|').trim()),
    );

const proseOf = (section: string): string => (sections.get(section) ?? []).join('\n');
const quoted = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, value = '']) => value);
const bare = (cell = ''): string => cell.replaceAll('*', '');

type Check = (cells: readonly string[]) => void;

/** One test a row; `checks` are known by how the row's first cell begins. */
function everyRow(section: string, checks: Readonly<Record<string, Check>>): void {
  describe(section, () => {
    const rows = rowsOf(section).map((cells) => [bare(cells[0]), cells] as const);
    const checkOf = (first: string): Check | undefined =>
      Object.entries(checks).find(([start]) => first.startsWith(start))?.[1];

    test('has as many checks as rows', () => {
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(([first]) => !checkOf(first))).toEqual([]);
      expect(Object.keys(checks).filter((start) => !rows.some(([first]) => first.startsWith(start)))).toEqual(
        [],
      );
    });
    test.each(rows)('%s', (first, cells) => {
      checkOf(first)?.(cells);
    });
  });
}

const withCrc = (body: string): string =>
  `${body}6304${crc16(`${body}6304`).toString(16).toUpperCase().padStart(4, '0')}`;
const GUI = formatTlv('00', 'br.gov.bcb.pix');
const KEY = formatTlv('01', 'ana@example.com');

/** A small static code with fields replaced, added, or left out by an empty value. */
function code(changes: Readonly<Record<string, string>> = {}): string {
  const fields: Record<string, string> = {
    '26': GUI + KEY,
    '52': '0000',
    '53': '986',
    '58': 'BR',
    '59': 'Ana',
    '60': 'RECIFE',
    '62': formatTlv('05', '***'),
    ...changes,
  };
  return withCrc(
    `000201${Object.keys(fields)
      .sort()
      .map((id) => fields[id] && formatTlv(id, fields[id]))
      .join('')}`,
  );
}
const reads = (text: string, expected: Partial<BrCode>): void => {
  expect(parseBrCode(text)).toMatchObject(expected);
};
const refuses = (text: string): void => {
  expect(() => parseBrCode(text)).toThrow(expect.objectContaining({ code: 'pix_code_invalid' }));
};

everyRow('BR Code layout', {
  '00': () => {
    refuses(withCrc(code().slice(6, -8)));
    refuses(withCrc(`010212${code().slice(0, -8)}`));
  },
  '01': () => {
    reads(code({ '01': '12', '26': GUI + formatTlv('25', 'psp.com/1') }), { kind: 'dynamic' });
    reads(code({ '26': GUI + formatTlv('25', 'psp.com/1') }), { kind: 'dynamic' });
  },
  '26': () => {
    reads(code({ '26': formatTlv('00', 'BR.GOV.BCB.PIX') + KEY }), {
      kind: 'static',
      key: 'ana@example.com',
    });
    reads(code({ '26': GUI + KEY + formatTlv('02', 'note') + formatTlv('03', '99999008') }), {
      description: 'note',
    });
    reads(code({ '26': GUI + formatTlv('25', 'psp.com/1') }), { kind: 'dynamic', url: 'psp.com/1' });
  },
  '52': () => {
    refuses(code({ '52': '' }));
  },
  '53': ([, , rule]) => {
    expect(rule).toContain('986');
    for (const currency of ['840', '']) refuses(code({ '53': currency }));
  },
  '54': ([, , rule]) => {
    for (const [text, amount] of [
      ['10.00', 1000],
      ['0.9', 90],
      ['10', 1000],
      ['100', 10_000],
    ] as const) {
      expect(quoted(rule)).toContain(text);
      reads(code({ '54': text }), { amount });
    }
    expect(parseBrCode(code())).not.toHaveProperty('amount');
    for (const amount of ['1,00', '-1', '1e3', '1.000']) refuses(code({ '54': amount }));
  },
  '58': () => {
    for (const country of ['US', '']) refuses(code({ '58': country }));
  },
  '59': () => {
    reads(code({ '59': 'N'.repeat(25) }), { merchantName: 'N'.repeat(25) });
    refuses(code({ '59': 'N'.repeat(26) }));
  },
  '60': () => {
    reads(code({ '60': 'C'.repeat(15) }), { merchantCity: 'C'.repeat(15) });
    refuses(code({ '60': 'C'.repeat(16) }));
  },
  '61': () => {
    reads(code({ '61': '70074900' }), { kind: 'static' });
  },
  '62': () => {
    expect(parseBrCode(code())).not.toHaveProperty('txid');
    reads(code({ '62': formatTlv('05', 't'.repeat(25)) + formatTlv('50', formatTlv('00', 'x')) }), {
      txid: 't'.repeat(25),
    });
    refuses(code({ '62': formatTlv('05', 't'.repeat(26)) }));
  },
  '80–99': () => {
    const recurrence = GUI + formatTlv('25', 'psp.com/rec/1');
    reads(code({ '26': GUI, '80': recurrence }), { kind: 'recurring', recurrenceUrl: 'psp.com/rec/1' });
    reads(code({ '26': GUI + formatTlv('25', 'psp.com/1'), '99': recurrence }), { kind: 'dynamic' });
  },
  '63': () => {
    refuses(`${code()}5405 1.00`);
    refuses(code().slice(0, -4) + code().slice(-4).toLowerCase().replace(/\d/g, 'a'));
    expect(crc16('123456789')).toBe(0x29b1);
  },
});

/** The text of a row is whole and sound, and says this. */
const says =
  (expected: Partial<BrCode>): Check =>
  ([, cell]) => {
    const [text = ''] = quoted(cell);
    expect(parseTlv(text)).toBeDefined();
    reads(text, expected);
  };

const BR_ROWS = {
  S1: says({ kind: 'static', key: 'thalesog@me.com', amount: 1000 }),
  S2: says({ kind: 'static', key: 'thalesog@me.com' }),
  S3: says({ kind: 'static', txid: '99ed983ea570413d8d336301d', amount: 57_757 }),
  S4: says({ kind: 'static', key: '123e4567-e12b-12d1-a456-426655440000' }),
  D1: says({ kind: 'dynamic', url: 'payload.psp.com/3ec9d2f9-5f03-4e0e-820d-63a81e769e87' }),
  D2: says({ kind: 'dynamic', url: 'payload.psp.com/3ec9d2f9-5f03-4e0e-820d-63a81e769e87' }),
  D3: says({ kind: 'dynamic', amount: 580, merchantCity: 'RIO DE JANEIRO' }),
  R1: says({
    kind: 'dynamic',
    recurrenceUrl: 'pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa353194890',
  }),
  V5: says({ kind: 'static', amount: 90, merchantName: 'CARL' }),
  V8: says({ kind: 'static', merchantCity: 'BRASÍLIA' }),
} as const;

everyRow('BR Code test vectors', {
  ...BR_ROWS,
  B1: ([, cell]) => {
    const texts = rowsOf('BR Code test vectors')
      .slice(0, -1)
      .map(([, text]) => quoted(text)[0] ?? '');
    expect(texts).toHaveLength(Object.keys(BR_ROWS).length);
    for (const text of texts)
      for (const digit of '0123456789ABCDEF') if (!text.endsWith(digit)) refuses(text.slice(0, -1) + digit);
    const [start = '', end = ''] = (quoted(cell)[0] ?? '').split('…');
    const d2 = texts.find((text) => text.startsWith(start.replace('spi', 'pix'))) ?? '';
    refuses(start + d2.slice(start.length, -8) + end);
  },
});

const isCnpj = (text: string): boolean => validateCnpj(normalizeDocument(text)).isValid;

everyRow('CNPJ, numeric and alphanumeric', {
  '12.ABC.345/01DE-35 = 12ABC34501DE35': ([first = '']) => {
    const [masked = '', plain = ''] = first.split(' = ');
    for (const text of [masked, plain, plain.toLowerCase()]) expect(isCnpj(text)).toBe(true);
    expect(formatDocument(plain)).toBe(masked);
    expect(plain.slice(-2)).toBe('35');
  },
  'AA345678000114, 12345678000A08': ([first = '']) => {
    for (const text of first.split(', ')) expect(isCnpj(text)).toBe(true);
  },
  '12ABC34501DE36': ([first = '']) => {
    expect(isCnpj(first)).toBe(false);
  },
  'a letter in either of the two check positions': () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      for (const text of [`12ABC34501DE${letter}5`, `12ABC34501DE3${letter}`])
        expect(isCnpj(text)).toBe(false);
  },
  '11222333000181': ([first = '']) => {
    for (const text of first.split(', ')) expect(isCnpj(text)).toBe(true);
  },
  'ten repeated-digit strings': () => {
    for (const digit of '0123456789') expect(isCnpj(digit.repeat(14))).toBe(false);
  },
});

const EXAMPLE = { national: '771234567', local: '0771234567', e164: '+263771234567' };

everyRow('B3. Zimbabwe', {
  'Econet (EcoCash) 077, 078': () => {
    expect(['077', '078', '071', '073'].map((start) => guessNetwork(start))).toEqual([
      'ecocash',
      'ecocash',
      'onemoney',
      'telecash',
    ]);
  },
  'libphonenumber carrier file': () => {
    expect(['26371', '26373', '26377', '26378'].map((start) => guessNetwork(start))).toEqual([
      'onemoney',
      'telecash',
      'ecocash',
      'ecocash',
    ]);
  },
  'Paynow official plugin': () => {
    for (const start of ['77', '077', '078', '78', '263 77', '2637 8'])
      expect(guessNetwork(`${start}1`)).toBe('ecocash');
    for (const start of ['71', '071', '+26371']) expect(guessNetwork(start)).toBe('onemoney');
  },
  'Same plugin, block checkout': ([first]) => {
    const theirs = new RegExp(quoted(first)[0]?.slice(1, -1) ?? '^$');
    for (const text of ['0771234567', '+263771234567', '771234567']) {
      expect(theirs.test(text)).toBe(true);
      expect(normalizePhone(text)).toEqual(EXAMPLE);
    }
  },
  'Normal forms': ([first]) => {
    const forms = quoted(first).map((form) => form.replace(/X+$/, '71234567'));
    expect(forms).toEqual(['771234567', '0771234567', '+263771234567', '263771234567']);
    for (const form of forms) expect(normalizePhone(form)).toEqual(EXAMPLE);
  },
  'Who takes which': ([first]) => {
    const [payonify, paynow, openApi] = quoted(first);
    expect(normalizePhone('+263 77 111 1111')).toMatchObject({ national: payonify, local: paynow });
    expect(normalizePhone('077 422 2475')?.e164).toBe(`+${String(openApi)}`);
  },
  'Prefix is only a hint': () => {
    // A prefix of nobody's is a number all the same.
    expect(guessNetwork('0721234567')).toBeUndefined();
    expect(normalizePhone('0721234567')).toBeDefined();
  },
});

const wallet = native.parseSession({
  id: 's',
  status: 'open',
  version: 1,
  attempt: 1,
  currency: 'KES',
  amount: { total: 1 },
  items: [],
  paymentMethods: [{ id: 'mobile_money', type: 'mobile_money', enabled: true }],
  merchant: { name: 'Shop' },
  createdAt: '2026-11-20T12:00:00Z',
  expiresAt: '2026-11-20T12:30:00Z',
  serverNow: '2026-11-20T12:00:00Z',
});
const paymentOf = (answer: object) => native.parsePayment({ ...PENDING, ...answer }, wallet).payment;
const PENDING = { id: 'p', attempt: 1, amount: 1, currency: 'KES', method: 'mobile_money' };

everyRow('B4. Other mobile money', {
  'M-Pesa (Daraja STK push)': ([, shape = '']) => {
    expect(normalizePhone('2547 12345678', 'KE')?.e164).toBe('+254712345678');
    // What each of its results is with us; 0 is no failure.
    const results = {
      '1032': 'canceled_by_payer',
      '1037': 'payment_timeout',
      '2001': 'wrong_pin',
      '1019': 'payment_timeout',
      '1025': 'processing_error',
    };
    for (const [result, end] of Object.entries(results)) {
      expect(shape).toContain(result);
      expect(walletCode(result)).toBe(end);
    }
    for (const status of ['processing', 'still processing', 'PENDING'])
      expect(['processing', 'unknown']).toContain(paymentOf({ status })?.status);
  },
  'pawaPay payment page': () => {
    expect(guessNetwork('0244123456', 'GH')).toBe('mtn');
    expect(guessNetwork('0731123456', 'RW')).toBe('airtel');
    expect(guessNetwork('0701234567', 'CI')).toBe('orange');
    expect(methodRecord('mobile_money')).toBeDefined();
  },
  'Orange Senegal': () => {
    const nextAction = { type: 'one_time_code', length: 6, dial: '#144#391#' };
    expect(paymentOf({ status: 'requires_action', nextAction })).toMatchObject({
      nextAction,
    });
  },
  'pawaPay test numbers': ([, shape = '']) => {
    const ends = {
      PAYER_NOT_FOUND: 'payer_not_found',
      PAYMENT_NOT_APPROVED: 'canceled_by_payer',
      PAYER_LIMIT_REACHED: 'limit_exceeded',
      INSUFFICIENT_BALANCE: 'insufficient_funds',
    };
    for (const [said, end] of Object.entries(ends)) {
      expect(shape).toContain(said);
      expect(walletCode(said)).toBe(end);
      expect(FAILURE_CODES).toContain(end);
    }
    expect(paymentOf({ status: 'SUBMITTED' })?.status).toBe('unknown');
  },
});

/** Shown with as many decimals as the row says, whatever `Intl` thinks of the currency. */
const decimals: Check = ([codes = '', units = '']) => {
  const exponent = Number(/\d/.exec(bare(units))?.[0] ?? 2);
  for (const currency of bare(codes).split(', ')) {
    expect([currency, minorUnitExponent(currency)]).toEqual([currency, exponent]);
    const digits = formatMoney(123_456, currency, 'en').replace(/[^\d.]/g, '');
    expect([currency, /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0]).toEqual([currency, exponent]);
  }
};

everyRow('B5. ISO 4217 minor units against Intl', {
  'BRL, USD, ARS': decimals,
  COP: decimals,
  CLP: decimals,
  PYG: decimals,
  CLF: decimals,
  'VES, UYU': decimals,
  'UGX, RWF': decimals,
  KWD: decimals,
  'HUF, IDR': decimals,
  'USDC, USDT': decimals,
});

describe('the vectors in running text', () => {
  const digitsIn = (text: string): string[] => [...text.matchAll(/\b\d{11,48}\b/g)].map(([digits]) => digits);

  test('every CPF is what the text says it is', () => {
    const [valid = '', invalid = ''] = proseOf('CPF').split('Valid ')[1]?.split('Invalid') ?? [];
    expect([digitsIn(valid).length, digitsIn(invalid).length]).toEqual([4, 2]);
    for (const text of digitsIn(valid)) expect(validateCpf(text).isValid).toBe(true);
    for (const text of digitsIn(invalid)) expect(validateCpf(text).isValid).toBe(false);
    for (const digit of '0123456789') expect(validateCpf(digit.repeat(11)).isValid).toBe(false);
  });

  test('every boleto is what the text says it is', () => {
    const prose = proseOf('Boleto linha digitável');
    const [valid, mod10, mod11, maskOnly] = quoted(prose).filter((text) => /^\d{47}$/.test(text));
    expect(validateBoleto(valid ?? '').isValid).toBe(true);
    for (const text of [mod10, mod11, maskOnly]) {
      expect(text).toHaveLength(47);
      expect(validateBoleto(text ?? '').isValid).toBe(false);
    }
    const mask = quoted(prose).find((text) => text.startsWith('NNNNN.')) ?? '';
    for (const text of [valid, maskOnly]) expect(formatBoleto(text ?? '').replace(/\d/g, 'N')).toBe(mask);
    expect(valid?.slice(-10)).toBe('0000102656');
  });

  test('a CEP has 8 digits and the mask of the text', () => {
    const [mask = ''] = quoted(proseOf('CEP'));
    expect(formatPostalCode('01310100').replace(/\d/g, 'N')).toBe(mask);
    for (const [text, isValid] of [
      ['01310-100', true],
      ['01310100', true],
      ['0131010', false],
      ['013101000', false],
    ] as const)
      expect(validatePostalCode(text).isValid).toBe(isValid);
  });

  test('a Brazilian phone has 10 or 11 digits, of which the third tells which', () => {
    expect(proseOf('Brazilian phone')).toContain('10 digits landline (third digit 2–5) or 11 digits mobile');
    for (let third = 0; third <= 9; third++) {
      expect([third, normalizePhoneBr(`11${String(third)}3334444`) !== undefined]).toEqual([
        third,
        third >= 2 && third <= 5,
      ]);
      expect([third, normalizePhoneBr(`11${String(third)}33334444`) !== undefined]).toEqual([
        third,
        third >= 6,
      ]);
    }
    expect(normalizePhoneBr('2033334444')).toBeUndefined(); // no such area code
  });
});
