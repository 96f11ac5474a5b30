import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { encodingsOf } from '../../support/canary-encodings.js';
import { findLeaks, watchForCanaries, type Sample } from '../../support/canary.js';
import {
  CARDS,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  untilStatus,
  quiet,
} from '../../support/shopper.js';
import { useStack } from '../../support/use-stack.js';

const rig = useStack();

const SECRET = '4539578763621486';

/** A way in which a hurried hand might let a secret out, and the sink that has to tell. */
const WAYS: readonly (readonly [sink: string, leak: (secret: string) => unknown])[] = [
  ['request URL', (secret) => void fetch(`/nowhere?q=${secret}`).catch(() => undefined)],
  ['request header', (secret) => void fetch('/nowhere', { headers: { 'X-Note': secret } })],
  ['request body', (secret) => void fetch('/nowhere', { method: 'POST', body: btoa(`a${secret}b`) })],
  [
    'dom',
    (secret) => {
      document.body.append(secret);
    },
  ],
  [
    'dom',
    (secret) => {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).append(secret);
    },
  ],
  [
    'attribute',
    (secret) => {
      document.body.setAttribute('data-note', secret);
    },
  ],
  [
    'value',
    (secret) => {
      document.body.appendChild(document.createElement('input')).value = secret;
    },
  ],
  [
    'localStorage',
    (secret) => {
      localStorage.setItem('note', secret);
    },
  ],
  [
    'sessionStorage',
    (secret) => {
      sessionStorage.setItem('note', secret);
    },
  ],
  [
    'indexedDB',
    async (secret) =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('notes');
        request.onupgradeneeded = () => {
          request.result.createObjectStore('note', { autoIncrement: true });
        };
        request.onsuccess = () => {
          const write = request.result.transaction('note', 'readwrite');
          write.objectStore('note').add({ secret });
          write.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  ],
  [
    'cookie',
    (secret) => {
      document.cookie = `note=${secret}`;
    },
  ],
  ['cache', async (secret) => (await caches.open('notes')).put('/note', new Response(secret))],
  [
    'console',
    (secret) => {
      console.debug(`paid with ${secret}`);
    },
  ],
  [
    'error',
    (secret) =>
      void setTimeout(() => {
        throw new Error(secret);
      }),
  ],
  ['error', (secret) => void Promise.reject(new Error(secret))],
  ['event', (secret) => document.dispatchEvent(new CustomEvent('note', { detail: { deep: [{ secret }] } }))],
  [
    'title',
    (secret) => {
      document.title = secret;
    },
  ],
  [
    'window.name',
    (secret) => {
      window.name = secret;
    },
  ],
  [
    'location',
    (secret) => {
      location.hash = secret;
    },
  ],
  // After the one before: a new entry has no state.
  [
    'history',
    (secret) => {
      history.replaceState({ secret }, '');
    },
  ],
  ['performance', (secret) => performance.mark(secret)],
  [
    'message',
    (secret) => {
      postMessage({ secret });
    },
  ],
  [
    'message',
    (secret) => {
      new MessageChannel().port1.postMessage([secret]);
    },
  ],
  ['clipboard', async (secret) => navigator.clipboard.writeText(secret).catch(() => undefined)],
];

describe('the watch reports a secret that is let out on purpose', () => {
  test('in each sink by which a page can let one out', async () => {
    const context = await rig.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    const watch = await watchForCanaries(page);
    await page.goto(rig.stack.page('', { csp: null, script: '' }));
    const expected = WAYS.map(([sink], index) => [`${sink} ${String(index)}`, sink] as const);
    for (const [index, [, leak]] of WAYS.entries()) {
      const secret = `${String(index + 10).repeat(8)}-${SECRET}`;
      watch.add({ name: expected[index]?.[0] ?? '', value: secret });
      await page.evaluate(leak, secret);
    }
    const missed = async (): Promise<readonly string[]> => {
      const leaks = await watch.leaks();
      return expected.flatMap(([canary, sink]) =>
        leaks.some((leak) => leak.canary === canary && leak.sink === sink) ? [] : canary,
      );
    };
    await expect.poll(missed, { timeout: 5_000 }).toEqual([]);
    await context.close();
  });

  test('in the accessibility tree', async () => {
    const context = await rig.browser.newContext();
    const page = await context.newPage();
    const watch = await watchForCanaries(page, [{ name: 'card number', value: SECRET }]);
    await page.goto(
      rig.stack.page(`<button aria-label="Pay with 4539 5787 6362 1486">x</button>`, { csp: null }),
    );
    const leaks = await watch.leaks({ accessibility: true });
    expect(leaks.map(({ sink }) => sink)).toEqual(expect.arrayContaining(['attribute', 'accessibility']));
    await context.close();
  });

  test('in an event of ours with a key that no list knows', async () => {
    const context = await rig.browser.newContext();
    const page = await context.newPage();
    const watch = await watchForCanaries(page);
    await page.goto(rig.stack.page('', { csp: null, script: '' }));
    await page.evaluate(() => {
      const detail = { method: 'pix', phone: '1' };
      document.dispatchEvent(new CustomEvent('payment-method-change', { detail }));
    });
    await expect
      .poll(async () => (await watch.leaks()).map(({ encoding }) => encoding))
      .toEqual(['payment-method-change.detail.phone']);
    await context.close();
  });

  test.each(encodingsOf(SECRET).map(({ name, text }) => [name, text]))('written as %s', (_name, text) => {
    const sample: Sample = { sink: 'console', where: 'log', url: 'http://localhost/', text: `x ${text} y` };
    expect(findLeaks([sample], [{ name: 'card number', value: SECRET }])).toHaveLength(1);
    expect(findLeaks([{ ...sample, text: '4000 0000 0000 0002' }], [{ name: 'n', value: SECRET }])).toEqual(
      [],
    );
  });
});

const purchase = async (page: Page, method: string): Promise<void> => {
  await pickMethod(page, method);
  if (method === 'card') await fillCard(page, CARDS.declined);
  if (method === 'mobile_money')
    await page.getByRole('textbox', { name: 'Mobile number' }).fill('0771111111');
  await quiet(page);
  await fillDetails(page);
  await payButton(page).click();
};

describe('a purchase lets nothing out', () => {
  test.each([
    ['native', 'BRL', 'card'],
    ['plugtopay', 'BRL', 'card'],
    ['native', 'BRL', 'pix'],
    ['native', 'USD', 'mobile_money'],
  ] as const)(
    '%s in %s by %s, and the watch had something to look for',
    async (provider, currency, method) => {
      const context = await rig.browser.newContext();
      const page = await context.newPage();
      const watch = await watchForCanaries(page);
      const asked = provider === 'native' ? { requiredFields: ['email', 'phone', 'document'] as const } : {};
      const shown = rig.stack.checkout(provider, { currency, ...asked }, { redirect: 'manual' });
      watch.add({
        name: 'the token of the session',
        value: shown.token,
        mayBeIn: ({ where }) => where.startsWith('authorization '),
      });
      await page.goto(shown.url);
      await purchase(page, method);
      if (method === 'card') {
        await page.getByText('You have not been charged').first().waitFor();
        await fillCard(page, CARDS.approved);
        await payButton(page).click();
      } else {
        await untilStatus(page, 'action_required', 'succeeded');
        if (method === 'pix') rig.stack.sandbox.payPix(shown.id);
      }
      if (method !== 'mobile_money') await untilStatus(page, 'succeeded');
      expect(await watch.leaks({ accessibility: true })).toEqual([]);
      const learned = method === 'card' ? ['token', 'card number', 'expiry', 'CVC'] : ['token', 'phone'];
      expect(watch.names()).toEqual(expect.arrayContaining(learned));
      await context.close();
    },
  );
});
