import { describe, expect, test } from 'vitest';
import { freshPage } from '../support/browser.js';
import { MARKS, pickMethod } from '../support/shopper.js';
import { firstScreenFiles, readManifest } from '../support/size.mjs';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

describe('the files of a language', () => {
  test.each(['de', 'es-419', 'pt-BR'])(
    'are those of the first screen, and no other, in %s',
    async (locale) => {
      const shown = rig.stack.checkout('native', { currency: 'BRL', paymentMethods: ['pix'] }, { locale });
      const { page, context } = await freshPage(rig.browser);
      const files = new Set<string>();
      page.on('request', (request) => {
        const { origin, pathname } = new URL(request.url());
        if (origin === rig.stack.shopUrl && pathname.startsWith('/checkout/'))
          files.add(pathname.slice('/checkout/'.length));
      });
      // They never come, and nobody waits for them.
      await context.route(MARKS, () => undefined);
      await page.goto(shown.url);
      await page.locator(`section[lang="${locale}"]`).waitFor();
      await page.getByRole('radio', { name: /^Pix/ }).waitFor();
      expect([...files].filter((file) => !MARKS.test(`/${file}`)).sort()).toEqual(
        [...firstScreenFiles(readManifest(), { locale })].sort(),
      );
      await context.close();
    },
  );

  test.each([
    ['the words of a language', '**/chunks/de-*.js'],
    ['what knows of other languages', '**/chunks/languages-*.js'],
  ])('that cannot be had leave a checkout in English until the network is back: %s', async (_name, files) => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' }, { locale: 'de' });
    const { page, context, errors } = await freshPage(rig.browser);
    await context.route(files, (route) => route.fulfill({ status: 404, body: 'not found' }));
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await page.getByRole('button', { name: /^Pay/ }).waitFor();
    await context.unroute(files);
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.locator('section[lang="de"]').waitFor();
    await page.getByRole('button', { name: /^Zahlungspflichtig bestellen/ }).waitFor();
    expect(errors.filter((error) => !/404|Failed to load/.test(error))).toEqual([]);
    await context.close();
  });
});
