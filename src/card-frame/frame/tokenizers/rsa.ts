/**
 * RSAES-PKCS1-v1_5 (RFC 8017, 7.2.1), which the Web Crypto API has never had. Only for gateways that ask for it, and
 * only to encrypt: padding oracles are the decrypting side's concern.
 *
 * @param spki the public key, base64 of its DER, with or without PEM lines
 * @returns base64, or `undefined` where the key is no RSA key or too small for the text
 */
export async function encryptPkcs1(text: string, spki: string): Promise<string | undefined> {
  const key = await readKey(spki);
  if (!key) return undefined;
  const { modulus, exponent, size } = key;
  const message = new TextEncoder().encode(text);
  const padding = size - message.length - 3;
  if (padding < 8) return undefined;
  const block = Uint8Array.of(0, 2, ...nonZeroBytes(padding), 0, ...message);
  const cipher = power(numberOf(block), exponent, modulus);
  const bytes = cipher
    .toString(16)
    .padStart(size * 2, '0')
    .match(/../g);
  return btoa((bytes ?? []).map((byte) => String.fromCharCode(parseInt(byte, 16))).join(''));
}

interface PublicKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
  /** Bytes. */
  readonly size: number;
}

/** The browser reads the DER; its JWK names the two numbers. */
async function readKey(spki: string): Promise<PublicKey | undefined> {
  try {
    const base64 = spki.replace(/-----[A-Z ]+-----|\s/g, '');
    const der = bytesOf(base64);
    const key = await crypto.subtle.importKey('spki', der, { name: 'RSA-OAEP', hash: 'SHA-256' }, true, [
      'encrypt',
    ]);
    const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', key);
    const modulus = bytesOf(plain(n));
    return { modulus: numberOf(modulus), exponent: numberOf(bytesOf(plain(e))), size: modulus.length };
  } catch {
    return undefined;
  }
}

/** Base64url, as a JWK has it, in the plain alphabet. */
const plain = (base64url: string): string => base64url.replaceAll('-', '+').replaceAll('_', '/');

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const numberOf = (bytes: Uint8Array): bigint =>
  BigInt(`0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);

function nonZeroBytes(count: number): number[] {
  const bytes: number[] = [];
  while (bytes.length < count)
    bytes.push(...crypto.getRandomValues(new Uint8Array(count - bytes.length)).filter(Boolean));
  return bytes;
}

/** base^exponent mod modulus, by squaring. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
