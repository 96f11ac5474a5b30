import type { Frame, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { SessionInput } from '../../src/sandbox/index.js';
import { cardFrame, CARDS, fillCard, payButton, pickMethod, untilStatus } from '../support/shopper.js';
import { openPage, show, useRig } from './rig.js';
import { settled } from './settle.js';

const rig = useRig();

/** A field as it is given to assistive technology and to the browser's autofill. */
interface Field {
  readonly id: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly isInvalid: boolean;
  /** An error that one can read is among what describes it. */
  readonly isTold: boolean;
  /** What describes it: its error, first of all. */
  readonly description: string;
  readonly value: string;
  readonly hasFocus: boolean;
}

const fieldsIn = async (frame: Frame): Promise<Field[]> =>
  frame.evaluate(() => {
    const { checks } = window as unknown as { checks: { all(): Element[] } };
    return checks
      .all()
      .filter(
        (element): element is HTMLInputElement =>
          element.matches('input:not([type=radio],[readonly]),select,textarea:not([readonly])') &&
          element.checkVisibility(),
      )
      .map((field) => {
        const root = field.getRootNode() as ShadowRoot;
        const ids = [field.getAttribute('aria-describedby'), field.getAttribute('aria-errormessage')]
          .join(' ')
          .split(' ');
        return {
          id: field.id,
          label:
            [...(field.labels ?? [])]
              .map(({ textContent }) => textContent)
              .join(' ')
              .trim() ||
            (field.getAttribute('aria-label') ?? ''),
          autocomplete: field.autocomplete,
          isInvalid: field.getAttribute('aria-invalid') === 'true',
          isTold: ids.some((id) => id !== '' && root.getElementById(id)?.matches('.error') === true),
          description: ids
            .map((id) => (id ? (root.getElementById(id)?.textContent ?? '') : ''))
            .join(' ')
            .trim(),
          value: field.type === 'checkbox' ? String(field.checked) : field.value,
          hasFocus: root.activeElement === field,
        };
      });
  });

const allFields = async (page: Page): Promise<Field[]> =>
  (await Promise.all(page.frames().map(fieldsIn))).flat();

const SESSION: SessionInput = {
  paymentMethods: ['card', 'pix'],
  requiredFields: ['email', 'name', 'phone', 'document', 'address'],
  customFields: [
    { key: 'size', label: 'Size', type: 'select', required: true, options: [{ value: 's', label: 'Small' }] },
    { key: 'note', label: 'Note for the roaster', type: 'text', required: true },
    { key: 'terms', label: 'I am over 18', type: 'checkbox', required: true },
  ],
};

async function open(session: SessionInput, method: string): Promise<Page> {
  const page = await openPage(rig, show(rig, session).url);
  await untilStatus(page, 'ready');
  await pickMethod(page, method);
  await settled(page);
  return page;
}

/** What browsers and password managers go by. @see https://html.spec.whatwg.org/#autofill */
const TOKENS: readonly (readonly [label: RegExp, token: RegExp])[] = [
  [/^E-mail/, /^email$/],
  [/^Full name/, /^name$/],
  [/^Phone/, /^tel(-national)?$/],
  [/^Country/, /^country$/],
  [/^(CEP|Postal)/, /^postal-code$/],
  [/^(Street|Address)/, /^(address-line1|street-address)$/],
  [/^City/, /^address-level2$/],
  [/^State/, /^address-level1$/],
  [/^Card number/, /^cc-number$/],
  [/^Expiry date/, /^cc-exp$/],
  [/^Security code/, /^cc-csc$/],
  [/^Name on card/, /^cc-name$/],
];

describe('every field', () => {
  test('that is wrong says so in words of its own, the first one has the focus, and what was typed stays', async () => {
    const page = await open(SESSION, 'pix');
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example');
    await page.getByRole('textbox', { name: /^Full name/ }).fill('Ana Lima');
    await payButton(page).click();
    await page.getByText('Fill in this field').first().waitFor();
    const fields = await allFields(page);
    const wrong = fields.filter(({ isInvalid }) => isInvalid);
    expect(wrong.length).toBeGreaterThan(7);
    expect(wrong.filter(({ label, description }) => !label || description.length < 8)).toEqual([]);
    // What can be read of a field is said of it as well, whatever kind of field it is.
    expect(fields.filter(({ isTold, isInvalid }) => isTold !== isInvalid)).toEqual([]);
    expect(wrong[0]).toMatchObject({ id: 'customer.email', hasFocus: true, value: 'ana@example' });
    // How to put it right, and not only that it is wrong.
    expect(wrong[0]?.description).toContain('name@example.com');
    expect(fields.find(({ label }) => label.startsWith('Full name'))).toMatchObject({
      isInvalid: false,
      value: 'Ana Lima',
    });
    await page.close();
  });

  test('of a card that was declined is kept, but for the security code', async () => {
    const page = await open({}, 'card');
    await fillCard(page, CARDS.declined);
    await payButton(page).click();
    await page.getByRole('alert').filter({ hasText: 'not approved' }).waitFor();
    await expect.poll(async () => cardFrame(page).getByLabel('Security code').inputValue()).toBe('');
    const values = Object.fromEntries((await allFields(page)).map(({ label, value }) => [label, value]));
    expect(values['Card number']?.replaceAll(' ', '')).toBe(CARDS.declined);
    expect(values['Name on card']).toBe('ANA LIMA');
    await page.close();
  });

  test('says to the browser what it is for, and is filled in by pasting', async () => {
    await rig.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await open(SESSION, 'card');
    await cardFrame(page).getByLabel('Card number').waitFor();
    const fields = await allFields(page);
    for (const [label, token] of TOKENS) {
      const field = fields.find((one) => label.test(one.label));
      expect(field?.autocomplete, String(label)).toMatch(token);
    }
    const texts = { 'Card number': '4242 4242 4242 4242', 'Expiry date': '12/34', 'Security code': '123' };
    for (const [label, text] of Object.entries({
      'E-mail': 'ana@example.com',
      Phone: '11987654321',
      ...texts,
    })) {
      await page.evaluate(async (value) => navigator.clipboard.writeText(value), text);
      const isOfCard = label in texts;
      const field = (isOfCard ? cardFrame(page) : page).getByRole('textbox', {
        name: new RegExp(`^${label}`),
      });
      await field.focus();
      await page.keyboard.press('ControlOrMeta+V');
      const bare = (value: string): string => value.replaceAll(/[^\w@.]/g, '');
      await expect.poll(async () => bare(await field.inputValue()), { message: label }).toBe(bare(text));
      // A field that is full does not hand the focus on.
      expect(
        await field.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element),
      ).toBe(true);
    }
    await page.close();
  });

  test('for a one-time code takes it from the message, and from the clipboard', async () => {
    await rig.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await open({ currency: 'USD' }, 'mobile_money');
    await page.getByRole('textbox', { name: 'Mobile number' }).fill('0775555555');
    await payButton(page).click();
    const code = page.getByRole('textbox', { name: 'Code' });
    await code.waitFor();
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code');
    await page.evaluate(async () => navigator.clipboard.writeText('123 456'));
    await code.focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect.poll(async () => (await code.inputValue()).replaceAll(' ', '')).toBe('123456');
    await page.keyboard.press('Enter');
    await untilStatus(page, 'succeeded');
    await page.close();
  });
});

test('what the session knows is not asked again, by no method and after no decline', async () => {
  const customer = {
    email: 'ana@example.com',
    name: 'Ana Lima',
    phone: '+5511987654321',
    document: '52998224725',
  };
  const page = await open({ requiredFields: ['email', 'name', 'phone', 'document'], customer }, 'pix');
  const asked = async (): Promise<string[]> => {
    await settled(page);
    return (await fieldsIn(page.mainFrame())).map(({ label }) => label);
  };
  for (const method of ['pix', 'boleto', 'card']) {
    await pickMethod(page, method);
    expect(await asked()).toEqual([]);
  }
  await fillCard(page, CARDS.declined);
  await payButton(page).click();
  await page.getByRole('alert').filter({ hasText: 'not approved' }).waitFor();
  expect(await asked()).toEqual([]);
  await page.close();
});
