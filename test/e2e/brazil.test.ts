import jsQR from 'jsqr';
import type { Browser, Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage, violations } from '../support/browser.js';
import { decodeItf, runsOf } from '../support/itf-decoder.js';
import { fillDetails, payButton, pickMethod, quiet, untilStatus } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

interface Photograph {
  readonly width: number;
  readonly height: number;
  /** `1` for each dark pixel, row by row. */
  readonly dark: string;
}

/** What stands on the screen, or on the paper, in the place of an element: as a camera would see it. */
async function photograph(browser: Browser, picture: Locator): Promise<Photograph> {
  const png = (await picture.screenshot()).toString('base64');
  // A page without a policy, to turn the file into pixels.
  const darkroom = await browser.newPage();
  const photo = await darkroom.evaluate(async (text) => {
    const blob = await (await fetch(`data:image/png;base64,${text}`)).blob();
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let dark = '';
    for (let at = 0; at < data.length; at += 4) dark += (data[at] ?? 0) < 128 ? '1' : '0';
    return { width: bitmap.width, height: bitmap.height, dark };
  }, png);
  await darkroom.close();
  return photo;
}

function scanQr({ dark, width, height }: Photograph): string | undefined {
  const data = new Uint8ClampedArray(dark.length * 4);
  for (let at = 0; at < data.length; at++) data[at] = at % 4 === 3 || dark[at >> 2] === '0' ? 255 : 0;
  return jsQR(data, width, height)?.data;
}

function scanBars({ dark, width, height }: Photograph): string {
  const row = Math.floor(height / 2) * width;
  return decodeItf(runsOf([...dark.slice(row, row + width)].map((pixel) => pixel === '1')).runs);
}

const MEDIA = [
  ['in the dark', { media: 'screen', colorScheme: 'dark', forcedColors: 'none' }],
  ['in forced colours', { media: 'screen', colorScheme: 'dark', forcedColors: 'active' }],
  ['on paper', { media: 'print', colorScheme: 'dark', forcedColors: 'none' }],
] as const;

/** A phone, with a screen of three pixels for one; the page's policy lets no picture in. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 };

async function openAction(page: Page, url: string, method: string): Promise<void> {
  await page.goto(url);
  await pickMethod(page, method);
  await quiet(page);
  await fillDetails(page);
  await payButton(page).click();
  await untilStatus(page, 'action_required');
}

describe('on a phone, where the policy lets no picture in', () => {
  test('a Pix code is read by a camera in the dark, in forced colours and on paper, below its button', async () => {
    const { page, context, errors } = await freshPage(rig.browser, PHONE);
    await openAction(page, rig.stack.checkout('native', { currency: 'BRL' }, { theme: 'dark' }).url, 'pix');
    const code = await page.getByRole('textbox', { name: 'Pix code (copia e cola)' }).inputValue();
    const picture = page.getByRole('img', { name: /^Pix QR code/ });
    for (const [, media] of MEDIA) {
      await page.emulateMedia(media);
      expect(scanQr(await photograph(rig.browser, picture))).toBe(code);
    }
    // Nothing on paper can be pressed.
    expect(await page.getByRole('button', { name: /code|check|way/ }).count()).toBe(0);
    await page.emulateMedia(MEDIA[0][1]);
    const copy = await page.getByRole('button', { name: 'Copy Pix code' }).boundingBox();
    const drawn = await picture.boundingBox();
    expect((copy?.y ?? 0) + (copy?.height ?? 0)).toBeLessThanOrEqual(drawn?.y ?? 0);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a boleto is read by a scanner in the dark, in forced colours and on paper', async () => {
    const { page, context, errors } = await freshPage(rig.browser, PHONE);
    const shown = rig.stack.checkout('z2pay', { currency: 'BRL' }, { theme: 'dark' });
    await openAction(page, shown.url, 'boleto');
    const line = (await page.getByRole('textbox', { name: 'Boleto number' }).inputValue()).replace(/\D/g, '');
    const barcode =
      line.slice(0, 4) + line.slice(32) + line.slice(4, 9) + line.slice(10, 20) + line.slice(21, 31);
    const picture = page.getByRole('img', { name: 'Bar code of the boleto' });
    for (const [, media] of MEDIA) {
      await page.emulateMedia(media);
      expect(scanBars(await photograph(rig.browser, picture))).toBe(barcode);
    }
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    // It can take days: the page is closed, opened again, and the boleto stands there as it was.
    await page.emulateMedia(MEDIA[0][1]);
    await page.goto(rig.stack.page('<p>elsewhere</p>'));
    await page.goto(shown.url);
    await untilStatus(page, 'action_required');
    await page.getByRole('textbox', { name: 'Boleto number' }).waitFor();
    expect((await page.getByRole('textbox', { name: 'Boleto number' }).inputValue()).replace(/\D/g, '')).toBe(
      line,
    );
    rig.stack.sandbox.pay(shown.id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });
});

describe('a document that the provider does not take', () => {
  test.each([
    ['z2pay', 'boleto', '12.ABC.345/01DE-35', 'takes only numbers'],
    ['conomy', 'pix', '11.222.333/0001-81', 'enter a CPF'],
  ] as const)(
    '%s by %s: %s is told beside the field, and nothing is sent',
    async (provider, method, typed, words) => {
      const shown = rig.stack.checkout(provider, { currency: 'BRL' });
      const { page, context } = await freshPage(rig.browser);
      await page.goto(shown.url);
      await pickMethod(page, method);
      await quiet(page);
      const field = page.getByRole('textbox', { name: 'CPF or CNPJ' });
      await field.fill(typed);
      await fillDetails(page);
      const sent = rig.stack.sandbox.ledger.arrivals.length;
      await payButton(page).click();
      await page.getByText(words).waitFor();
      expect(await field.inputValue()).toBe(typed);
      expect(rig.stack.sandbox.ledger.arrivals).toHaveLength(sent);
      await field.fill('529.982.247-25');
      await payButton(page).click();
      await untilStatus(page, 'action_required');
      await context.close();
    },
  );
});
