import { createHash } from 'node:crypto';

/** A value as it may look when it gets out: by an oversight (plain, in a URL) or in a disguise. */
export interface Encoding {
  readonly name: string;
  readonly text: string;
}

const reversed = (text: string): string => [...text].reverse().join('');

const everyFour = (text: string, gap: string): string => text.replace(/(.{4})(?=.)/g, `$1${gap}`);

/** What base64 makes of a value, wherever in a longer text it stands: one form for each of the three alignments. */
function base64Forms(value: string): string[] {
  return [0, 1, 2].map((offset) => {
    const bytes = Buffer.from('x'.repeat(offset) + value);
    const encoded = bytes.toString('base64').replace(/=+$/, '');
    // The first characters mix in what stands before the value, the last what stands after it.
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    return encoded.slice(from, to);
  });
}

/** Short values are searched as they are: their disguises are too common to mean anything. */
const MIN_LENGTH = 8;

/** Every form in which a value is searched; the same text only once. */
export function encodingsOf(value: string): readonly Encoding[] {
  const forms: (readonly [string, string])[] = [['plain', value]];
  if (value.length >= MIN_LENGTH) {
    forms.push(
      ['spaced', everyFour(value, ' ')],
      ['dashed', everyFour(value, '-')],
      ['URL', encodeURIComponent(value)],
      ['URL, every character', [...Buffer.from(value)].map((byte) => `%${byte.toString(16)}`).join('')],
      ['hex', Buffer.from(value).toString('hex')],
      ['UTF-16', [...value].join('\0')],
      ['UTF-16 in hex', Buffer.from(value, 'utf16le').toString('hex')],
      ['UTF-16 in base64', base64Forms([...value].join('\0'))[0] ?? ''],
      ['reversed', reversed(value)],
      ['last 8', value.slice(-8)],
      [
        'JSON escapes',
        [...value].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      ],
      ['SHA-256', createHash('sha256').update(value).digest('hex')],
    );
    for (const [index, form] of base64Forms(value).entries()) {
      forms.push([`base64, offset ${String(index)}`, form]);
      forms.push([`base64url, offset ${String(index)}`, form.replaceAll('+', '-').replaceAll('/', '_')]);
    }
  }
  const seen = new Set<string>();
  return forms.flatMap(([name, text]) => {
    if (text === '' || seen.has(text)) return [];
    seen.add(text);
    return { name, text };
  });
}
