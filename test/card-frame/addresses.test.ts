import { describe, expect, test } from 'vitest';
import { parseFrameUrl } from '../../src/card-frame/host/frame-url.js';
import { cardFrameHeaders } from '../../src/card-frame/shared/headers.js';
import { CheckoutError } from '../../src/core/errors.js';

const failureOf = (run: () => unknown): CheckoutError => {
  try {
    run();
  } catch (fault) {
    if (fault instanceof CheckoutError) return fault;
  }
  throw new Error('nothing was refused');
};

describe('the address of a card frame', () => {
  test.each([
    ['https://pay.example/card-frame/index.html', 'https://shop.example'],
    ['https://shop.example:8443/frame', 'https://shop.example'], // another port is another origin
    ['http://pay.localhost:4000/frame', 'http://shop.localhost:3000'],
    ['http://127.0.0.1:4000/frame', 'http://localhost:3000'],
    ['http://[::1]:4000/frame', 'http://localhost:3000'],
    ['http://localhost:3000/frame', 'http://localhost:3000'], // loopback is for development
  ])('%s is fit for a page of %s', (frameUrl, pageOrigin) => {
    expect(parseFrameUrl(frameUrl, pageOrigin).href).toBe(frameUrl);
  });

  test.each([
    ['', 'card_frame_url'],
    ['/card-frame/index.html', 'card_frame_url'],
    ['http://pay.example/frame', 'card_frame_url'],
    ['http://localhost.evil.example/frame', 'card_frame_url'],
    ['http://127.0.0.1.evil.example/frame', 'card_frame_url'],
    ['https://user:secret@pay.example/frame', 'card_frame_url'],
    ['javascript:alert(1)', 'card_frame_url'],
    [' java\nscript:alert(1)', 'card_frame_url'],
    ['data:text/html,x', 'card_frame_url'],
    ['blob:https://pay.example/1', 'card_frame_url'],
    ['about:blank', 'card_frame_url'],
    ['https://shop.example/frame', 'card_frame_same_origin'],
    ['https://SHOP.example:443/frame', 'card_frame_same_origin'],
  ])('%j is refused on https://shop.example as %s, with a way to mend it', (frameUrl, code) => {
    const error = failureOf(() => parseFrameUrl(frameUrl, 'https://shop.example'));
    expect(error).toMatchObject({ kind: 'integration', code });
    expect(error.hint).toBeTruthy();
  });

  test('the refusal of the page’s own origin says that card data would live in the page', () => {
    const error = failureOf(() => parseFrameUrl('https://shop.example/frame', 'https://shop.example'));
    expect(`${error.message} ${error.hint}`).toMatch(/readable by every script.*merchant’s page/s);
  });
});

describe('the headers of the card frame', () => {
  const headers = cardFrameHeaders({
    frameAncestors: ['https://shop.example', 'http://localhost:3000'],
    scriptIntegrity: 'sha384-abc+/=',
  });

  test('are complete', () => {
    expect(headers).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Origin-Agent-Cluster': '?1',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=63072000',
    });
    expect(headers['Permissions-Policy']).toContain('camera=()');
  });

  test.each([
    "default-src 'none'",
    "script-src 'self' 'sha384-abc+/='",
    "style-src 'none'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors https://shop.example http://localhost:3000',
    "require-trusted-types-for 'script'",
  ])('have a policy with %s', (directive) => {
    expect(headers['Content-Security-Policy']?.split('; ')).toContain(directive);
  });

  test('let the card go to one gateway, where one is named, and to no address that is not an origin', () => {
    const policy = (...tokenizerOrigins: string[]): string | undefined =>
      cardFrameHeaders({ frameAncestors: [], tokenizerOrigins })['Content-Security-Policy'];
    expect(policy('https://api.pagar.me')?.split('; ')).toContain("connect-src 'self' https://api.pagar.me");
    for (const origin of ['*', 'https://api.pagar.me/core', "'unsafe-inline'"])
      expect(failureOf(() => policy(origin))).toMatchObject({ code: 'frame_ancestor_invalid' });
  });

  test('let nobody embed the frame where nobody is named', () => {
    expect(cardFrameHeaders({ frameAncestors: [] })['Content-Security-Policy']).toContain(
      "frame-ancestors 'none'",
    );
  });

  test.each([
    '*',
    'https://*.shop.example',
    'https://shop.example/',
    'shop.example',
    "'self'",
    'https://a.example; script-src *',
    'https://a.example\r\nX: y',
  ])('refuse %j as an embedder', (origin) => {
    expect(failureOf(() => cardFrameHeaders({ frameAncestors: [origin] }))).toMatchObject({
      kind: 'integration',
      code: 'frame_ancestor_invalid',
    });
  });

  test('take no integrity that is none', () => {
    const policy = cardFrameHeaders({ frameAncestors: [], scriptIntegrity: "x'; script-src *" });
    expect(policy['Content-Security-Policy']).toContain("script-src 'self';");
  });
});
