import { newLinkCandidate } from '../core/session/link-candidate.js';

/**
 * The name this tab gave to the session of a payment link. Kept for the tab, so that a reload, or a return from the bank,
 * finds the session it left and not a second one to pay. Where storage is denied, each load opens a session of its own.
 */
export function keptCandidate(apiBase: string, provider: string, link: string): string {
  const name = `checkout-session ${provider} ${apiBase} ${link}`;
  const fresh = newLinkCandidate();
  try {
    const kept = sessionStorage.getItem(name);
    if (kept !== null && /^cs_[\da-f]{48}$/.test(kept)) return kept;
    sessionStorage.setItem(name, fresh);
  } catch {
    // Storage may be switched off, full, or another origin's.
  }
  return fresh;
}
