import { describe, expect, test, vi } from 'vitest';
import { SimulatedClock } from '../../src/core/clock.js';
import { createCardFrameHost } from '../../src/card-frame/host/card-frame-host.js';
import {
  cardOf,
  failureOf,
  fixtureUrl,
  mountFrame,
  mountReadyFrame,
  typeCard,
  type MountedFrame,
} from './support.js';

/** The next word of this kind from any window. */
const told = (word: string): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('message', function tell(event) {
      if (event.data !== word) return;
      window.removeEventListener('message', tell);
      resolve();
    });
  });

/** The impostor's own word that everything it had to say has been sent, and so has arrived before. */
const impostorIsDone = (): Promise<void> => told('done');

/** Once the frame answers this, everything our side sent it before has arrived, too. */
const ping = async ({ contentWindow }: HTMLIFrameElement): Promise<void> => {
  const answered = told('pong');
  contentWindow?.postMessage('ping', '*');
  await answered;
};

const loadOf = (iframe: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => {
    iframe.addEventListener('load', resolve);
  });

/** A port's messages come after the window's: one more turn for those. */
const portIsRead = async (): Promise<void> => {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  port1.close();
};

describe('mounting', () => {
  test('makes one iframe with exactly the rights the frame needs and nothing secret in its address', async () => {
    const { iframe, host, container } = await mountReadyFrame();
    const frame = iframe();
    expect(container.children).toHaveLength(1);
    expect(frame.src).toBe(fixtureUrl('frame.html'));
    expect(frame.title).toBe('Card details');
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin allow-forms');
    expect(frame.allow).toBe(`payment ${new URL(frame.src).origin}; autofill; shared-autofill`);
    expect(frame.referrerPolicy).toBe('strict-origin');
    expect(frame.name).toBe('');
    expect(host.status).toBe('ready');
  });

  test('shows the frame only when it is configured, and as high as its content', async () => {
    const mounted = mountFrame({ style: { gap: 32 } });
    expect(mounted.iframe().style.visibility).toBe('hidden');
    await mounted.next('ready');
    expect(mounted.iframe().style.visibility).toBe('visible');
    const tall = mounted.iframe().offsetHeight;
    expect(tall).toBeGreaterThan(200);
    mounted.host.setStyle({ gap: 8 });
    await vi.waitFor(() => {
      expect(mounted.iframe().offsetHeight).toBe(tall - 48);
    });
  });

  test('keeps the frame’s height while it is hidden, so that it is there when it is shown again', async () => {
    const { iframe, host, container } = await mountReadyFrame();
    const height = iframe().offsetHeight;
    container.hidden = true;
    host.clearSecurityCode();
    // The second answer comes after whatever the first one made the frame say.
    for (const _turn of [1, 2])
      expect(await failureOf(host.tokenize())).toMatchObject({ code: 'card_invalid' });
    container.hidden = false;
    // Taller by what it has to say by now, if it has said so already.
    expect(iframe().offsetHeight).toBeGreaterThanOrEqual(height);
  });

  test('gives frame and element one colour scheme', async () => {
    const { iframe, host } = await mountReadyFrame({ style: { colorScheme: 'dark' } });
    expect(iframe().style.colorScheme).toBe('dark');
    host.setStyle({ colorScheme: 'auto' });
    expect(iframe().style.colorScheme).toBe('light dark');
    host.setStyle({});
    expect(iframe().style.colorScheme).toBe('light');
  });

  test('works in a shadow root', async () => {
    const element = document.createElement('div');
    document.body.append(element);
    const { host } = await mountReadyFrame({ container: element.attachShadow({ mode: 'closed' }) });
    expect(host.status).toBe('ready');
    element.remove();
  });

  test('names the iframe in the host’s language', async () => {
    const { iframe, host } = await mountReadyFrame({
      strings: { lang: 'pt-BR', dir: 'ltr', texts: { title: 'Dados do cartão' } },
    });
    expect(iframe().title).toBe('Dados do cartão');
    host.setStrings({ lang: 'es', dir: 'ltr', texts: { title: 'Datos de la tarjeta' } });
    expect(iframe().title).toBe('Datos de la tarjeta');
  });

  test.each([
    ['https://pay.example\u0000/', 'card_frame_url'],
    ['http://pay.example/', 'card_frame_url'],
    ['frame.html', 'card_frame_url'],
  ])('of %j does not throw: the frame is dead from the start and says why', async (frameUrl, code) => {
    const { host, died, container } = mountFrame({ frameUrl });
    expect(host.status).toBe('dead');
    const error = await died;
    expect(error).toMatchObject({ kind: 'integration', code });
    expect(await failureOf(host.tokenize())).toBe(error);
    expect(container.children).toHaveLength(0);
  });

  test('says that the page’s policy forbids the frame, and how to allow it', async () => {
    // The policy is for this test's page alone, and forbids nothing the other tests use: a page of its own.
    const page = document.createElement('iframe');
    page.srcdoc = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`;
    const loaded = new Promise((resolve) => {
      page.onload = resolve;
    });
    document.body.append(page);
    await loaded;
    // The violation is reported to the page the frame is in; here it is told to ours.
    page.contentDocument?.addEventListener('securitypolicyviolation', (event) => {
      document.dispatchEvent(new SecurityPolicyViolationEvent(event.type, event));
    });
    const container = page.contentDocument?.body;
    if (!container) throw new Error('the page has no body');
    const { died } = mountFrame({ container });
    const error = await died;
    expect(error).toMatchObject({ kind: 'integration', code: 'csp_blocked' });
    expect(error.message).toContain('frame-src');
    expect(error.hint).toContain(new URL(fixtureUrl('')).origin);
    page.remove();
  });
});

describe('the handshake', () => {
  test.each(['wrong_nonce', 'malformed', 'text', 'wrong_port_nonce', 'silent'])(
    'is not taken from a frame whose answer is %s',
    async (as) => {
      const clock = new SimulatedClock();
      const done = impostorIsDone();
      const { host, died, container } = mountFrame({ frameUrl: fixtureUrl(`impostor.html?as=${as}`), clock });
      await done;
      await portIsRead();
      expect(host.status).toBe('connecting');
      clock.advance(5_000);
      expect(await died).toMatchObject({ kind: 'network', code: 'card_frame_failed', retryable: true });
      expect(container.children).toHaveLength(0);
    },
  );

  test('is not taken from another window of the same origin that knows the nonce', async () => {
    const sibling = document.createElement('iframe');
    sibling.src = fixtureUrl('impostor.html?as=sibling');
    const loaded = new Promise((resolve) => {
      sibling.onload = resolve;
    });
    document.body.append(sibling);
    await loaded;
    const done = impostorIsDone();
    const { host } = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=wrong_source') });
    await done;
    await portIsRead();
    expect(host.status).toBe('connecting');
    sibling.remove();
  });

  test('is not begun with a document of another origin', async () => {
    const clock = new SimulatedClock();
    const { iframe, died, host } = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=elsewhere'), clock });
    let wasGreeted = false;
    void impostorIsDone().then(() => {
      wasGreeted = true;
    });
    await loadOf(iframe());
    await ping(iframe());
    expect(wasGreeted).toBe(false);
    clock.advance(5_000);
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
    expect(host.status).toBe('dead');
  });

  test.each([
    'evil.localhost',
    'pay.localhost.evil.localhost',
    'evilpay.localhost',
    'localhost',
    '127.0.0.1',
    'null',
  ])('is not taken from %s in the same window that knows the nonce', async (name) => {
    // The page may be on one of these names itself; then there is nothing to be told apart.
    const host = name === location.hostname ? 'evil.localhost' : name;
    const { died } = mountFrame({
      frameUrl: fixtureUrl(`impostor.html?as=leaks&host=${host}`),
      clock: new SimulatedClock(),
    });
    // Had its answer been taken, the error would be about the version it says it has.
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
  });

  test('is not taken from an event the page made up', async () => {
    const clock = new SimulatedClock();
    // A script of the page sees everything our side does in the page, the making of the nonce too.
    const random = vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => bytes);
    const { iframe, host } = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=silent'), clock });
    random.mockRestore();
    const { src, contentWindow: source } = iframe();
    const data = { type: 'card-frame-welcome', version: 1, nonce: '0'.repeat(32) };
    const done = impostorIsDone();
    window.dispatchEvent(new MessageEvent('message', { data, source, origin: new URL(src).origin }));
    // Had it been taken, the ready that the impostor sends through the port would be, too.
    await done;
    await portIsRead();
    expect(host.status).toBe('connecting');
  });

  test('with a frame of another release ends in an error for the merchant', async () => {
    const { died } = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=other_version') });
    const error = await died;
    expect(error).toMatchObject({ kind: 'integration', code: 'card_frame_version' });
    expect(error.hint).toContain('same release');
  });

  test('gives up on a frame that never loads', async () => {
    const clock = new SimulatedClock();
    const { died } = mountFrame({ clock });
    clock.advance(20_000);
    expect(await died).toMatchObject({ kind: 'network', code: 'card_frame_failed', retryable: true });
  });
});

describe('the frame’s side of the handshake', () => {
  const nonceOf = (digit: string): string => digit.repeat(32);
  const hello = (nonce: string): unknown => ({ type: 'card-frame-hello', version: 1, nonce });

  /** A bare iframe, and the nonces of the welcomes that come out of it. */
  const bareFrame = async (
    file = 'frame.html',
  ): Promise<{ frame: Window; origin: string; nonces: string[] }> => {
    const iframe = document.createElement('iframe');
    iframe.src = fixtureUrl(file);
    const nonces: string[] = [];
    window.addEventListener('message', (event) => {
      if (event.source === iframe.contentWindow) nonces.push((event.data as { nonce: string }).nonce);
    });
    await new Promise((resolve) => {
      iframe.onload = resolve;
      document.body.append(iframe);
    });
    const frame = iframe.contentWindow;
    if (!frame) throw new Error('the frame has no window');
    return { frame, origin: new URL(iframe.src).origin, nonces };
  };

  test('answers the first right hello, once, and nothing else', async () => {
    const { frame, origin, nonces } = await bareFrame();
    const say = (message: unknown, ...ports: MessagePort[]): void => {
      frame.postMessage(message, origin, ports);
    };
    const ports = Array.from({ length: 8 }, () => new MessageChannel().port2);
    const port = (index: number): MessagePort => ports[index] as MessagePort;
    say(hello(nonceOf('1'))); // no port
    say(hello(nonceOf('2')), port(0), port(1)); // two
    say({ type: 'card-frame-hello', nonce: nonceOf('3') }, port(2)); // no version
    say(hello('3'), port(3)); // no nonce
    say(JSON.stringify(hello(nonceOf('4'))), port(4));
    say(hello(nonceOf('5')), port(5)); // the right one
    say(hello(nonceOf('6')), port(6));
    await vi.waitFor(() => {
      expect(nonces).toEqual([nonceOf('5')]);
    });
    // What comes after is delivered in order: once this one is there, the sixth was ignored.
    const { port1, port2 } = new MessageChannel();
    const ready = new Promise((resolve) => {
      port1.onmessage = resolve;
    });
    say(hello(nonceOf('7')), port2);
    port1.start();
    const told = await Promise.race([ready, portIsRead().then(() => 'nothing')]);
    expect(told).toBe('nothing');
    expect(nonces).toEqual([nonceOf('5')]);
  });

  test('does not answer a page that is not on the server’s list', async () => {
    const clock = new SimulatedClock();
    const { iframe, died, host } = mountFrame({ frameUrl: fixtureUrl('bound-frame.html'), clock });
    let wasWelcomed = false;
    const { contentWindow } = iframe();
    window.addEventListener('message', ({ source, data }) => {
      wasWelcomed ||= source === contentWindow && data !== 'pong';
    });
    await loadOf(iframe());
    await ping(iframe());
    expect(wasWelcomed).toBe(false);
    expect(host.status).toBe('connecting');
    clock.advance(5_000);
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
  });
});

describe('a frame that is loaded a second time', () => {
  test('is dead: the pending token is refused and the iframe is gone', async () => {
    const mounted = await mountReadyFrame();
    await typeCard(mounted, cardOf('5555555555554444'));
    const refused = failureOf(mounted.host.tokenize());
    mounted.iframe().src = fixtureUrl('impostor.html?as=silent');
    expect(await mounted.died).toMatchObject({ kind: 'network', code: 'card_frame_failed', retryable: true });
    expect(await refused).toBe(await mounted.died);
    expect(mounted.host.status).toBe('dead');
    expect(mounted.container.children).toHaveLength(0);
    expect(await failureOf(mounted.host.tokenize())).toBe(await mounted.died);
    expect(mounted.errors).toHaveLength(1);
  });

  test('is dead when it reloads itself', async () => {
    const clock = new SimulatedClock();
    const { died, host } = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=reloads'), clock });
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
    expect(host.status).toBe('dead');
  });

  test('is dead when it was moved in the page', async () => {
    const { died, iframe, container } = await mountReadyFrame();
    const elsewhere = document.createElement('div');
    container.append(elsewhere);
    elsewhere.append(iframe());
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
  });

  test('is dead when somebody takes it away', async () => {
    const { died, iframe } = await mountReadyFrame();
    iframe().remove();
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
  });

  test.each<[string, (mounted: MountedFrame) => Element]>([
    ['it', ({ iframe }) => iframe()],
    ['what it stands in', ({ container }) => container],
  ])('is dead when somebody takes %s away, though its last word is lost', async (_what, part) => {
    // Nothing of the frame's own is in it.
    const mounted = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=impostor_token') });
    await mounted.next('ready');
    part(mounted).remove();
    expect(await mounted.died).toMatchObject({ code: 'card_frame_failed' });
  });

  test('is dead when it says that it is being left, before anything comes in its place', async () => {
    const { died, errors } = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=leaving') });
    expect(await died).toMatchObject({ code: 'card_frame_failed' });
    expect(errors).toHaveLength(1);
  });

  test('can be had again, empty', async () => {
    const mounted = await mountReadyFrame();
    mounted.iframe().src = fixtureUrl('frame.html');
    await mounted.died;
    mounted.host.remount();
    await mounted.next('ready');
    expect(mounted.host.status).toBe('ready');
    expect(await failureOf(mounted.host.tokenize())).toMatchObject({ code: 'card_invalid' });
  });
});

describe('tokenizing', () => {
  test('gives the token, the brand and the last four digits, and nothing else', async () => {
    const mounted = await mountReadyFrame();
    await typeCard(mounted, cardOf('4242424242424242'));
    expect(await mounted.host.tokenize()).toEqual({
      token: 'tok_test',
      brand: 'visa',
      last4: '4242',
      frameNonce: expect.stringMatching(/^[\da-f]{32}$/) as string,
    });
  });

  test.each([
    ['4000000000000002', { kind: 'api', code: 'card_not_supported', retryable: false }],
    ['4000000000000127', { kind: 'shopper', code: 'card_invalid' }],
    ['4000000000000119', { kind: 'network', code: 'card_frame_failed', retryable: true }],
    ['4000000000009995', { kind: 'api', code: 'card_frame_failed', retryable: true }],
  ])('of %s fails as %o, without a digit in the error', async (number, error) => {
    const mounted = await mountReadyFrame();
    await typeCard(mounted, cardOf(number));
    const failure = await failureOf(mounted.host.tokenize());
    expect(failure).toMatchObject(error);
    expect(JSON.stringify(failure.toData())).not.toMatch(/\d{4}/);
  });

  test('of an empty form is the shopper’s to mend, and may be tried again at once', async () => {
    const mounted = await mountReadyFrame();
    expect(await failureOf(mounted.host.tokenize())).toMatchObject({ kind: 'shopper', code: 'card_invalid' });
    await typeCard(mounted, cardOf('4242424242424242'));
    expect(await mounted.host.tokenize()).toMatchObject({ token: 'tok_test' });
  });

  test('before the frame is ready waits for it', async () => {
    const { host } = mountFrame();
    expect(await failureOf(host.tokenize())).toMatchObject({ code: 'card_invalid' });
  });

  test('twice at once is one request with one answer', async () => {
    const mounted = await mountReadyFrame();
    await typeCard(mounted, cardOf('4242424242424242'));
    const first = mounted.host.tokenize();
    expect(mounted.host.tokenize()).toBe(first);
    await first;
  });

  test('takes no token of another request, another frame, or that could be a card number', async () => {
    const mounted = mountFrame({ frameUrl: fixtureUrl('impostor.html?as=impostor_token') });
    await mounted.next('ready');
    expect(await mounted.host.tokenize()).toMatchObject({ token: 'tok_right', last4: '1111' });
  });

  test('with a frame that hangs ends after 20 seconds, and the frame with it', async () => {
    const clock = new SimulatedClock();
    const mounted = await mountReadyFrame({ clock });
    await typeCard(mounted, cardOf('5555555555554444'));
    const refused = failureOf(mounted.host.tokenize());
    clock.advance(19_999);
    expect(mounted.host.status).toBe('ready');
    clock.advance(1);
    expect(await refused).toMatchObject({ kind: 'network', code: 'card_frame_failed', retryable: true });
    expect(mounted.host.status).toBe('dead');
  });

  test('after a decline asks the security code again and keeps the rest', async () => {
    const mounted = await mountReadyFrame();
    await typeCard(mounted, cardOf('4242424242424242'));
    await mounted.host.tokenize();
    mounted.host.clearSecurityCode();
    expect(await failureOf(mounted.host.tokenize())).toMatchObject({ code: 'card_invalid' });
    await typeCard(mounted, { 'Security code': '123' });
    expect(await mounted.host.tokenize()).toMatchObject({ token: 'tok_test' });
  });

  test('after the session has ended finds nothing left', async () => {
    const mounted = await mountReadyFrame();
    await typeCard(mounted, cardOf('4242424242424242'));
    const changed = mounted.next('change');
    mounted.host.clearAll();
    expect(await changed).toEqual({ type: 'change', complete: false });
    expect(await failureOf(mounted.host.tokenize())).toMatchObject({ code: 'card_invalid' });
  });

  test('is refused for a brand the merchant does not take', async () => {
    const mounted = await mountReadyFrame({ brands: ['Mastercard', 'american-express'] });
    await typeCard(mounted, cardOf('4242424242424242'));
    expect(await failureOf(mounted.host.tokenize())).toMatchObject({ code: 'card_invalid' });
  });
});

test('the page learns the brand and when the card is complete, once each', async () => {
  const mounted = await mountReadyFrame();
  await typeCard(mounted, cardOf('4242424242424242'));
  await mounted.host.tokenize();
  expect(mounted.events.filter(({ type }) => type === 'change')).toEqual([
    { type: 'change', complete: false, brand: 'visa' },
    { type: 'change', complete: true, brand: 'visa' },
  ]);
});

test('another language keeps what is typed', async () => {
  const mounted = await mountReadyFrame();
  await typeCard(mounted, cardOf('4242424242424242'));
  mounted.host.setStrings({ lang: 'pt-BR', dir: 'ltr', texts: { cardNumber: 'Número do cartão' } });
  await typeCard(mounted, { 'Security code': '999' }); // still English: no word for it was sent
  expect(await mounted.host.tokenize()).toMatchObject({ token: 'tok_test' });
});

test('destroy takes the frame away, refuses what is pending and may be called again', async () => {
  const mounted = await mountReadyFrame();
  await typeCard(mounted, cardOf('5555555555554444'));
  const refused = failureOf(mounted.host.tokenize());
  mounted.host.destroy();
  mounted.host.destroy();
  expect(await refused).toMatchObject({ code: 'card_frame_failed' });
  expect(mounted.container.children).toHaveLength(0);
  expect(mounted.errors).toEqual([]);
  mounted.host.focus();
  mounted.host.setStyle({});
  mounted.host.setStrings({ lang: 'en', dir: 'ltr', texts: {} });
  mounted.host.clearAll();
});

test('a fragment that is in no document is no place for a frame, and no reason to throw', async () => {
  const clock = new SimulatedClock();
  const { host, died } = mountFrame({ container: document.createDocumentFragment(), clock });
  clock.advance(20_000);
  expect(await died).toMatchObject({ code: 'card_frame_failed' });
  expect(() =>
    createCardFrameHost({
      frameUrl: fixtureUrl('frame.html'),
      container: document.createElement('i'),
    }).destroy(),
  ).not.toThrow();
  host.destroy();
});
