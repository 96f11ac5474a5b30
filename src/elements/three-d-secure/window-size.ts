/** Sizes of a challenge in CSS pixels by their number in EMV 3-D Secure: 05 is the whole window. */
const SIZES: Readonly<Record<string, string>> = {
  '01': 'w250',
  '02': 'w390',
  '03': 'w500',
  '04': 'w600',
  '05': 'full',
};

/**
 * The class of the size that the bank's page was made for: `w500` where nothing says.
 * @param data the challenge request (CReq): JSON, or its base64url
 * @see https://www.emvco.com/emv-technologies/3-d-secure/ (`challengeWindowSize` of the protocol specification)
 */
export function windowSize(data: unknown): string {
  if (typeof data !== 'string') return 'w500';
  try {
    const json = data.startsWith('{') ? data : atob(data.replaceAll('-', '+').replaceAll('_', '/'));
    const { challengeWindowSize: number } = JSON.parse(json) as { challengeWindowSize?: unknown };
    const known = typeof number === 'string' && Object.hasOwn(SIZES, number) ? SIZES[number] : undefined;
    return known ?? 'w500';
  } catch {
    return 'w500';
  }
}
