import { onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  createCardFrameHost,
  type CardFrameEvent,
  type CardFrameHost,
  type CardFrameHostOptions,
} from '../../src/card-frame/host/card-frame-host.js';
import type { CheckoutError } from '../../src/core/errors.js';

// The runner shrinks the page of a test to fit its window, and a frame that is shrunk does not count as seen.
for (let frame = window.frameElement; frame; frame = frame.parentElement)
  (frame as HTMLElement).style.transform = 'none';

/** A document of this folder on another origin: same server, another of the machine's names. */
export function fixtureUrl(file: string, hostname = 'pay.localhost'): string {
  const url = new URL(`/test/card-frame/fixtures/${file}`, location.href);
  url.hostname = hostname;
  return url.href;
}

export interface MountedFrame {
  readonly host: CardFrameHost;
  readonly container: HTMLElement;
  readonly iframe: () => HTMLIFrameElement;
  readonly events: readonly CardFrameEvent[];
  readonly errors: readonly CheckoutError[];
  /** Resolves with the next event of a type, an earlier one not counted; rejects never. */
  next<T extends CardFrameEvent['type']>(type: T): Promise<Extract<CardFrameEvent, { type: T }>>;
  readonly died: Promise<CheckoutError>;
}

/** Mounts a card frame on the test page; it goes with the test. */
export function mountFrame(options: Partial<CardFrameHostOptions> = {}): MountedFrame {
  const container = document.createElement('div');
  document.body.append(container);
  const events: CardFrameEvent[] = [];
  const errors: CheckoutError[] = [];
  const waiting = new Set<(event: CardFrameEvent) => void>();
  let die!: (error: CheckoutError) => void;
  const died = new Promise<CheckoutError>((resolve) => {
    die = resolve;
  });
  const host = createCardFrameHost({
    frameUrl: fixtureUrl('frame.html'),
    container,
    onEvent(event) {
      events.push(event);
      for (const tell of waiting) tell(event);
    },
    onDead(error) {
      errors.push(error);
      die(error);
    },
    ...options,
  });
  onTestFinished(() => {
    host.destroy();
    container.remove();
  });
  const next = <T extends CardFrameEvent['type']>(type: T): Promise<Extract<CardFrameEvent, { type: T }>> =>
    new Promise((resolve) => {
      const tell = (event: CardFrameEvent): void => {
        if (event.type !== type) return;
        waiting.delete(tell);
        resolve(event as Extract<CardFrameEvent, { type: T }>);
      };
      waiting.add(tell);
    });
  const iframe = (): HTMLIFrameElement => {
    const element = container.querySelector('iframe');
    if (!element) throw new Error('there is no iframe');
    return element;
  };
  return { host, container, iframe, events, errors, next, died };
}

/** Mounts the real frame and waits until it can be used. */
export async function mountReadyFrame(options: Partial<CardFrameHostOptions> = {}): Promise<MountedFrame> {
  const mounted = mountFrame(options);
  await mounted.next('ready');
  return mounted;
}

/** Types into a field of the frame, through the browser, as a shopper does. */
export async function typeCard(
  { iframe }: MountedFrame,
  card: Readonly<Record<string, string>>,
): Promise<void> {
  const frame = page.frameLocator(page.elementLocator(iframe()));
  for (const [label, text] of Object.entries(card)) {
    await userEvent.fill(frame.getByRole('textbox', { name: label }), text);
  }
}

export const cardOf = (number: string): Readonly<Record<string, string>> => ({
  'Card number': number,
  'Expiry date': '12/40',
  'Security code': '123',
  'Name on card': 'Ana Souza',
});

/** The error a promise ends with. */
export const failureOf = async (promise: Promise<unknown>): Promise<CheckoutError> => {
  try {
    await promise;
  } catch (fault) {
    return fault as CheckoutError;
  }
  throw new Error('nothing failed');
};
