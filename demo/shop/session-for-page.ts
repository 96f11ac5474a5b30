import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { Order } from './orders.js';

/** All that the shop's server tells its page about a session: how to open it, never a merchant key. */
export interface SessionForPage {
  readonly provider: ProviderId;
  readonly apiBase: string;
  readonly token: string;
  /** Read by the checkout only where the provider's session shows the page none. */
  readonly successUrl: string;
  readonly cancelUrl: string;
}

/** What the demo's panel shows of it; the token stays out of the document. */
export interface PanelData {
  readonly order: string;
  readonly provider: ProviderId;
  readonly apiBase: string;
  readonly tokenStart: string;
}

export const sessionForPage = ({
  settings,
  apiBase,
  token,
  successUrl,
  cancelUrl,
}: Order): SessionForPage => ({
  provider: settings.provider,
  apiBase,
  token,
  successUrl,
  cancelUrl,
});

export const panelData = ({ id, settings, apiBase, token }: Order): PanelData => ({
  order: id,
  provider: settings.provider,
  apiBase,
  tokenStart: token.slice(0, 12),
});
