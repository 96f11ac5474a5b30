import { type Clock } from '../../core/clock.js';
import { CheckoutError } from '../../core/errors.js';
import { parseWelcome, PROTOCOL_VERSION } from '../shared/messages.js';
import type { CardMessage } from '../shared/card-message.js';
import type { FrameMessage, HostMessage } from '../shared/messages.js';

export interface FrameLinkOptions {
  readonly url: URL;
  readonly container: ParentNode;
  readonly title: string;
  readonly clock: Clock;
  /** First message of a new frame, sent before it is seen. */
  readonly configuration: HostMessage;
  /** Which kinds of message count; `undefined` for everything else. */
  read(this: void, data: unknown): FrameMessage | CardMessage | undefined;
  onMessage(message: Exclude<FrameMessage | CardMessage, { type: 'gone' }>): void;
  /** Once, and then nothing more. Not called by `close`. */
  onDead(error: CheckoutError): void;
}

/** From mounting to the frame's first word, the download of its script included. */
const HANDSHAKE_TIMEOUT_MS = 20_000;
/** Once the document has loaded its script has run: a frame that is silent now was refused, or is somebody else. */
const SILENCE_TIMEOUT_MS = 5_000;
/** About the height of the four fields, so that little moves when the frame tells its own. */
const INITIAL_HEIGHT_PX = 244;

/** Every way a frame ends is the same to the shopper: the form is gone and can be had again. */
export const frameFailure = (message: string): CheckoutError =>
  new CheckoutError({ kind: 'network', code: 'card_frame_failed', message, retryable: true });

/** The frame saw that its shopper did not: no card typed into a form that is hidden becomes a token. */
export const frameCovered = (): CheckoutError =>
  new CheckoutError({
    kind: 'integration',
    code: 'card_frame_covered',
    message: 'the card form was covered or hidden while the card was typed',
    hint: 'Keep overlays, opacity, filters, masks and transforms (moving aside) off the card form and all around it.',
    retryable: true,
  });

/**
 * Browsers do not count a mask among what hides a frame. Whoever masks a scroller fades its ends; whoever masks the
 * form itself hides it: asked are the frame and what it stands in, up to the page's own tree.
 */
export function isMasked(frame: Element): boolean {
  for (let element = frame; ;) {
    const mask = getComputedStyle(element).getPropertyValue('mask-image');
    if (mask !== '' && mask !== 'none') return true;
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot)) return false;
    element = element.parentElement ?? root.host;
  }
}

const randomNonce = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function createFrame({ url, title }: FrameLinkOptions): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  iframe.title = title;
  iframe.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms');
  iframe.setAttribute('allow', `payment ${url.origin}; autofill; shared-autofill`);
  // The frame's server checks by it who embeds the frame; the path of the shop's page is none of its business.
  iframe.referrerPolicy = 'strict-origin';
  const { style } = iframe;
  style.display = 'block';
  style.inlineSize = '100%';
  style.blockSize = `${INITIAL_HEIGHT_PX}px`;
  style.border = '0';
  // Seen when it is configured, not before in another language and colour.
  style.visibility = 'hidden';
  iframe.src = url.href;
  return iframe;
}

/**
 * One life of one card frame: an iframe, a handshake, a port. It begins in the constructor and ends for good with the
 * first sign that the document behind the port is not, or no longer, the one that was asked for.
 *
 * The host window says hello with a fresh nonce and one end of a channel, addressed to the frame's exact origin; the
 * frame's window answers with the nonce. Only then is the port read, and only messages with the nonce count.
 */
export class FrameLink {
  readonly iframe: HTMLIFrameElement;

  readonly #options: FrameLinkOptions;
  /** Names this life of the frame. */
  readonly nonce = randomNonce();
  readonly #channel = new MessageChannel();
  readonly #listeners = new AbortController();
  #cancelTimer: () => void;
  #isLoaded = false;

  constructor(options: FrameLinkOptions) {
    this.#options = options;
    this.iframe = createFrame(options);
    const { signal } = this.#listeners;
    this.iframe.addEventListener('load', this.#handleLoad, { signal });
    window.addEventListener('message', this.#handleWindowMessage, { signal });
    document.addEventListener('securitypolicyviolation', this.#handleViolation, { signal });
    this.#cancelTimer = this.#dieAfter(HANDSHAKE_TIMEOUT_MS, 'the card frame did not load');
    options.container.append(this.iframe);
    // One that was taken away says so itself, but its last word may be lost with it.
    const removals = new MutationObserver(() => {
      if (!this.iframe.isConnected) this.die(frameFailure('the card frame was taken away'));
    });
    removals.observe(options.container.getRootNode(), { childList: true, subtree: true });
    signal.onabort = () => {
      removals.disconnect();
    };
  }

  /** Before the handshake is done messages wait in the channel. */
  send(message: HostMessage): void {
    this.#channel.port1.postMessage(message);
  }

  /** Ends this life without a word. */
  close(): void {
    this.#listeners.abort();
    this.#cancelTimer();
    this.#channel.port1.close();
    this.iframe.remove();
  }

  /** Ends this life and says so. */
  die(error: CheckoutError): void {
    if (this.#listeners.signal.aborted) return;
    this.close();
    this.#options.onDead(error);
  }

  #dieAfter(delayMs: number, message: string): () => void {
    return this.#options.clock.schedule(() => {
      this.die(frameFailure(message));
    }, delayMs);
  }

  readonly #handleLoad = (): void => {
    // Any script of the page can send the frame elsewhere; a second load is the only sure sign of it.
    if (this.#isLoaded) {
      this.die(frameFailure('the card frame was loaded a second time'));
      return;
    }
    this.#isLoaded = true;
    this.#cancelTimer();
    this.#cancelTimer = this.#dieAfter(SILENCE_TIMEOUT_MS, 'the card frame did not answer');
    const hello = { type: 'card-frame-hello', version: PROTOCOL_VERSION, nonce: this.nonce };
    const { origin } = this.#options.url;
    this.iframe.contentWindow?.postMessage(hello, origin, [this.#channel.port2]);
    this.send(this.#options.configuration);
  };

  readonly #handleWindowMessage = (event: MessageEvent): void => {
    const { contentWindow } = this.iframe;
    if (!event.isTrusted || !contentWindow || event.source !== contentWindow) return;
    if (event.origin !== this.#options.url.origin) return;
    const welcome = parseWelcome(event.data);
    if (welcome?.nonce !== this.nonce) return;
    window.removeEventListener('message', this.#handleWindowMessage);
    if (welcome.version === PROTOCOL_VERSION) this.#openPort();
    else {
      this.die(
        new CheckoutError({
          kind: 'integration',
          code: 'card_frame_version',
          message: `the card frame speaks protocol ${welcome.version}, this page ${PROTOCOL_VERSION}`,
          hint: 'Serve the card frame of the same release as the script.',
        }),
      );
    }
  };

  #openPort(): void {
    this.#channel.port1.onmessage = (event: MessageEvent) => {
      const message = this.#options.read(event.data);
      if (message?.nonce !== this.nonce || this.#listeners.signal.aborted) return;
      if (message.type === 'gone') {
        this.die(frameFailure('the card frame is gone'));
        return;
      }
      if (message.type === 'ready') {
        this.#cancelTimer();
        this.iframe.style.setProperty('visibility', 'visible');
      }
      this.#options.onMessage(message);
    };
  }

  readonly #handleViolation = (event: SecurityPolicyViolationEvent): void => {
    const { origin } = this.#options.url;
    const isOurs = URL.canParse(event.blockedURI) && new URL(event.blockedURI).origin === origin;
    if (
      !isOurs ||
      event.disposition !== 'enforce' ||
      !/^(frame|child|default)-src/.test(event.effectiveDirective)
    )
      return;
    this.die(
      new CheckoutError({
        kind: 'integration',
        code: 'csp_blocked',
        message: `the page’s Content-Security-Policy forbids the card frame (${event.effectiveDirective})`,
        hint: `Add ${origin} to the frame-src directive.`,
      }),
    );
  };
}
