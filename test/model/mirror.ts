import type { Entry, PayRequest, Server } from './server.js';
import type { Tab } from './tab.js';

/** Two pages differ in name only: a world and the one with the names traded are one. These trade the names. */
const traded = (name: string): string => (name.startsWith('A') ? `B${name.slice(1)}` : `A${name.slice(1)}`);

/** Bodies, and keys made of them, begin with the name of their page; other keys belong to the session. */
const mine = (text: string): string => (/^[AB]\d/.test(text) ? traded(text) : text);

export const mirroredTab = (tab: Tab): Tab => ({
  ...tab,
  name: traded(tab.name),
  held: tab.held && mirroredRequest(tab.held),
  keptKey: mine(tab.keptKey),
});

const mirroredRequest = <T extends PayRequest | Entry>(request: T): T => ({
  ...request,
  key: mine(request.key),
  body: mine(request.body),
});

export const mirroredWire = (wire: readonly PayRequest[]): readonly PayRequest[] =>
  wire.map(mirroredRequest).sort((a, b) => (a.body < b.body ? -1 : 1));

export const mirroredServer = (server: Server): Server =>
  server.payments.length === 0 ? server : { ...server, payments: server.payments.map(mirroredRequest) };
