import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCardFrameHost } from '../../src/card-frame/host/card-frame-host.js';
test('probe', async () => {
  console.log(location.href, window.parent === window);
  const url = new URL('/test/card-frame/fixtures/frame.html', location.href);
  url.hostname = 'pay.localhost';
  const container = document.createElement('div');
  document.body.append(container);
  const result = await new Promise((resolve) => {
    const host = createCardFrameHost({ frameUrl: url.href, container, onEvent: (e) => { if (e.type === 'ready') resolve(host.status); }, onDead: resolve });
  });
  console.log(String(result));
  const frame = page.frameLocator(page.elementLocator(container.querySelector('iframe')!));
  await userEvent.type(frame.getByLabelText('Card number'), '4242');
  expect(result).toBe('ready');
});
