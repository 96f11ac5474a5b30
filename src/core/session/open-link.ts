import type { RunnerContext } from '../runner-context.js';
import type { ReadResult } from '../transport/api.js';
import { newLinkCandidate } from './link-candidate.js';

/** Opens the session of a payment link. The same opener asks under the same name, so that asking twice opens one. */
export function createLinkOpener({ api, options, signal }: RunnerContext): () => Promise<ReadResult> {
  const { paymentLink: link, linkCandidate: candidate = newLinkCandidate(options.randomBytes) } = options;
  return async () => {
    const request = api.request('openLink', { link, candidate }, {}, { 'Idempotency-Key': candidate });
    const result = await api.readSession(request, signal);
    if (result.type === 'session' && result.token !== undefined) api.useToken(result.token);
    return result;
  };
}
