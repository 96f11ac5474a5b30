/** The platform's unpredictable bytes. */
const cryptoBytes = (size: number): Uint8Array => crypto.getRandomValues(new Uint8Array(size));

/** A new name for a payment link's session. 192 random bits: whoever knows a session's id may open it. */
export const newLinkCandidate = (randomBytes: (size: number) => Uint8Array = cryptoBytes): string =>
  `cs_${[...randomBytes(24)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
