import type { ReactiveControllerHost } from 'lit';
import { expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { VERSION } from '../../src/elements/define-element.js';
import { LAZY_TAGS, LazyElements, loadElement } from '../../src/elements/lazy.js';

test.each(LAZY_TAGS)('<%s> is fetched and registered when it is needed, and not twice', async (tag) => {
  await loadElement(tag);
  const first = customElements.get(tag);
  expect(first).toBeDefined();
  await loadElement(tag);
  expect(customElements.get(tag)).toBe(first);
});

test('a tag that is nobody’s is left alone', async () => {
  await loadElement('no-such-element');
  expect(customElements.get('no-such-element')).toBeUndefined();
});

test('an element whose file cannot be had is known as failed, and fetched again only when that is asked for', async () => {
  const host = { requestUpdate: vi.fn() } as unknown as ReactiveControllerHost & {
    requestUpdate: ReturnType<typeof vi.fn>;
  };
  const load = vi.fn(async () => Promise.reject(new TypeError('Failed to fetch')));
  const lazy = new LazyElements(host, load);
  expect(lazy.need('card-form')).toBe(true);
  expect(lazy.need('card-form')).toBe(true);
  await vi.waitFor(() => {
    expect(host.requestUpdate).toHaveBeenCalledOnce();
  });
  expect(lazy.need('card-form')).toBe(false);
  expect(load).toHaveBeenCalledOnce();
  load.mockResolvedValueOnce(undefined as never);
  lazy.retry();
  expect(lazy.need('card-form')).toBe(true);
  expect(load).toHaveBeenCalledTimes(2);
});

test('the version is the package’s', () => {
  expect(VERSION).toBe(packageJson.version);
});
