/**
 * `npm run screenshots`: the pictures of the README, taken of the built files in Chromium: what a shopper sees on a phone
 * and on a desktop, in both themes. Needs `npm run build`. Look at each one before you commit it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import type { SessionInput } from '../../src/sandbox/index.js';
import { launchBrowser } from './browser.js';
import { payButton, pickMethod, untilStatus } from './shopper.js';
import { startStack, type Stack } from './stack.js';

const FOLDER = path.join(import.meta.dirname, '../../demo/screenshots');
const THEMES = ['light', 'dark'] as const;
const GROUND = { light: '#eceef2', dark: '#0b0c0f' };
const DEVICES = {
  phone: { width: 390, edge: 12 },
  desktop: { width: 1180, edge: 40 },
} as const;

type Theme = (typeof THEMES)[number];
type Device = keyof typeof DEVICES;

const ORDER: SessionInput = {
  currency: 'BRL',
  locale: 'en',
  merchant: { name: 'Café do Porto' },
  items: [
    { name: 'Ground coffee, 500 g', description: 'Serra da Mantiqueira', quantity: 2, unitAmount: 4890 },
    { name: 'Paper filters, 100', unitAmount: 1890 },
  ],
  amount: { subtotal: 11_670, discount: 1000, tax: 0, shipping: 1500, total: 12_170 },
  customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
  paymentMethods: [{ type: 'card', brands: ['visa', 'mastercard', 'elo'] }, 'pix', 'boleto'],
};

const PHONE_ORDER: SessionInput = {
  currency: 'USD',
  locale: 'en',
  merchant: { name: 'Mbare Market' },
  items: [{ name: 'Maize meal, 10 kg', quantity: 2, unitAmount: 650 }],
  paymentMethods: [{ type: 'mobile_money', networks: ['ecocash', 'onemoney'] }, 'card'],
};

interface Screen {
  readonly name: string;
  readonly session: SessionInput;
  readonly device: Device;
  readonly come: (page: Page, stack: Stack, id: string) => Promise<unknown>;
}

const payWith = async (page: Page, method: string): Promise<void> => {
  await pickMethod(page, method);
  await payButton(page).click();
  await untilStatus(page, 'action_required');
};

const card = async (page: Page): Promise<void> => {
  await pickMethod(page, 'card');
  await page.frameLocator('iframe').getByLabel('Card number').waitFor();
};

const SCREENS: readonly Screen[] = [
  { name: 'checkout', session: ORDER, device: 'desktop', come: card },
  { name: 'checkout', session: ORDER, device: 'phone', come: card },
  { name: 'pix', session: ORDER, device: 'phone', come: async (page) => payWith(page, 'pix') },
  { name: 'pix', session: ORDER, device: 'desktop', come: async (page) => payWith(page, 'pix') },
  { name: 'boleto', session: ORDER, device: 'phone', come: async (page) => payWith(page, 'boleto') },
  {
    name: 'mobile-money',
    session: PHONE_ORDER,
    device: 'phone',
    async come(page) {
      await pickMethod(page, 'mobile_money');
      await page
        .getByLabel(/number/i)
        .first()
        .fill('077 123 4567');
      await payButton(page).click();
      await untilStatus(page, 'action_required');
    },
  },
  {
    name: 'paid',
    session: ORDER,
    device: 'phone',
    async come(page, stack, id) {
      await payWith(page, 'pix');
      stack.sandbox.payPix(id);
      await untilStatus(page, 'succeeded');
    },
  },
];

/** One screen, as wide as the device and as high as what is on it. */
async function take(browser: Browser, stack: Stack, screen: Screen, theme: Theme): Promise<Buffer> {
  const { width, edge } = DEVICES[screen.device];
  const context = await browser.newContext({
    // Tall enough for all of it: what is out of sight is not painted in a frame of another origin.
    viewport: { width, height: 2000 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    deviceScaleFactor: 2,
    bypassCSP: true,
  });
  const page = await context.newPage();
  const shown = stack.checkout('native', screen.session, { redirect: 'manual' });
  await page.goto(shown.url);
  await page.addStyleTag({
    content: `html{color-scheme:light dark;background:${GROUND[theme]}}body{margin:${String(edge)}px}h1{display:none}`,
  });
  await screen.come(page, stack, shown.id);
  await page.locator('checkout-session').evaluate(async (element) => {
    while (element.shadowRoot?.querySelector(':not(:defined)')) await new Promise(requestAnimationFrame);
    (document.activeElement as HTMLElement | null)?.blur();
  });
  await page.mouse.move(0, 0);
  // What comes in late has come, and what moves is at rest.
  await page.waitForTimeout(1000);
  const box = await page.locator('checkout-session').boundingBox();
  const height = Math.ceil((box?.height ?? 0) + 2 * edge);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  await context.close();
  return picture;
}

/** Pictures beside each other, in one file. */
async function join(
  browser: Browser,
  pictures: readonly Buffer[],
  ground: string,
  file: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 5000, height: 5000 } });
  const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`);
  await page.setContent(
    `<!doctype html><style>main{display:flex;align-items:start;width:max-content;background:${ground};zoom:.55}</style><main>${images.join('')}</main>`,
  );
  await page.locator('main').screenshot({ path: file });
  await page.close();
  console.log(`${path.relative(process.cwd(), file)}  ${String(readFileSync(file).length)} bytes`);
}

const browser = await launchBrowser();
const stack = await startStack();
mkdirSync(FOLDER, { recursive: true });
for (const theme of THEMES)
  for (const device of Object.keys(DEVICES) as Device[]) {
    const screens = SCREENS.filter((screen) => screen.device === device);
    const pictures = new Map<string, Buffer>();
    for (const screen of screens) pictures.set(screen.name, await take(browser, stack, screen, theme));
    if (device === 'phone')
      await join(browser, [...pictures.values()], GROUND[theme], path.join(FOLDER, `phone-${theme}.png`));
    else
      for (const [name, picture] of pictures)
        await join(browser, [picture], GROUND[theme], path.join(FOLDER, `${name}-${theme}.png`));
  }
await browser.close();
await stack.close();
