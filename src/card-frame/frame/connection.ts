import { parseHello, PROTOCOL_VERSION, type FrameReport } from '../shared/messages.js';

/** The wire to the host page that spoke first. */
export interface Connection {
  readonly nonce: string;
  readonly origin: string;
  readonly port: MessagePort;
  report(message: FrameReport): void;
}

/** Origins the server wrote into the document under a name; `undefined` where it wrote none. */
export function originsIn(name: 'card-frame-parents' | 'card-frame-raw'): readonly string[] | undefined {
  const meta = document.querySelector(`meta[name="${name}"]`);
  return meta?.getAttribute('content')?.split(/\s+/).filter(Boolean);
}

/**
 * Waits for the parent window's hello and answers it, once, to exactly the origin it came from. Everything else is
 * ignored without a word: other windows, made-up events, origins that are not on the server's list, a second hello.
 */
export function acceptHost(onConnect: (connection: Connection) => void): void {
  const allowed = originsIn('card-frame-parents');
  const { parent } = window;
  const listen = (event: MessageEvent): void => {
    if (!event.isTrusted || parent === window || event.source !== parent) return;
    if (event.origin === 'null' || (allowed && !allowed.includes(event.origin))) return;
    const hello = parseHello(event.data);
    const [port, other] = event.ports;
    if (!hello || !port || other) return;
    window.removeEventListener('message', listen);
    const { nonce } = hello;
    parent.postMessage({ type: 'card-frame-welcome', version: PROTOCOL_VERSION, nonce }, event.origin);
    onConnect({
      nonce,
      origin: event.origin,
      port,
      report(message) {
        port.postMessage({ ...message, nonce });
      },
    });
  };
  window.addEventListener('message', listen);
}
