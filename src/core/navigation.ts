const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether a host name is this machine's own: the only place where `http:` is taken. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * The one gate for every URL that comes from a server or a merchant (S-10): parsed with no base, `https:` or loopback
 * `http:`, no credentials. `undefined` where it does not pass; nothing then is linked to, loaded or left for.
 */
export function safeUrl(value: string | null | undefined): string | undefined {
  let url: URL;
  try {
    url = new URL(value ?? '');
  } catch {
    return undefined;
  }
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return allowed && !url.username && !url.password ? url.href : undefined;
}

/** Puts the session's id where the merchant's URL asks for it; the token never travels in a URL. */
export const fillSessionId = (url: string, sessionId: string): string =>
  url.replaceAll(/\{CHECKOUT_SESSION_ID\}|%7BCHECKOUT_SESSION_ID%7D/gi, encodeURIComponent(sessionId));
