import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage, violations } from '../support/browser.js';
import { fillDetails, payButton, pickMethod, quiet, untilStatus } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const list = (page: Page, name: string | RegExp) => page.getByRole('combobox', { name });

/** What the shopper's browser sent with its payment. */
function bodyOf(page: Page, path: RegExp): Promise<Record<string, unknown>> {
  return page
    .waitForRequest((request) => request.method() === 'POST' && path.test(request.url()))
    .then((request) => request.postDataJSON() as Record<string, unknown>);
}

const CUSTOM_FIELDS = [
  { key: 'note', label: 'A word for the card', type: 'text' as const },
  {
    key: 'size',
    label: '<b>Size</b>',
    type: 'select' as const,
    required: true,
    options: [
      { value: 's', label: 'Small' },
      { value: 'l', label: '<i>Large</i>' },
    ],
  },
  { key: 'terms', label: 'I agree to the terms', type: 'checkbox' as const, required: true },
];

describe('what a session asks of the shopper', () => {
  test('native: an address, the merchant’s questions and a change of what is known, paid by Pix', async () => {
    const shown = rig.stack.checkout('native', {
      currency: 'BRL',
      requiredFields: ['email', 'name', 'document', 'address'],
      customer: { name: 'Ana Lima', email: 'ana@example.com', document: '11.222.333/0001-81' },
      customFields: CUSTOM_FIELDS,
    });
    const { page, context, errors } = await freshPage(rig.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await page.getByRole('button', { name: 'Change: E-mail' }).click();
    await field(page, 'E-mail').fill('bia@');
    await field(page, 'CEP').fill('0131');
    await payButton(page).click();
    // Each wrong field says how to put it right, and the first has the focus.
    await page.getByText('such as name@example.com').waitFor();
    await page.getByText('a right one looks like 01310-100').waitFor();
    await page.getByText('Tick this box to continue.').waitFor();
    expect(await field(page, 'E-mail').evaluate((input) => input.matches(':focus'))).toBe(true);
    expect(await violations(page)).toEqual([]);
    await field(page, 'E-mail').fill('bia@example.com');
    for (const [label, value] of [
      ['CEP', '01310100'],
      ['Street', 'Av. Paulista'],
      ['Number', '1000'],
      ['Neighbourhood', 'Bela Vista'],
      ['City', 'São Paulo'],
    ] as const)
      await field(page, label).fill(value);
    await list(page, 'State').selectOption('SP');
    await list(page, '<b>Size</b>').selectOption('l');
    await page.getByRole('checkbox', { name: 'I agree to the terms' }).check();
    const sent = bodyOf(page, /payments$/);
    await payButton(page).click();
    expect(await sent).toMatchObject({
      customer: {
        name: 'Ana Lima',
        email: 'bia@example.com',
        document: '11.222.333/0001-81',
        address: {
          country: 'BR',
          postalCode: '01310100',
          line1: 'Av. Paulista',
          number: '1000',
          district: 'Bela Vista',
          city: 'São Paulo',
          state: 'SP',
        },
      },
      customFields: { note: '', size: 'l', terms: true },
    });
    await untilStatus(page, 'action_required');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('conomy: in Colombia its documents and its address, in the provider’s words', async () => {
    const shown = rig.stack.checkout('conomy', {
      currency: 'COP',
      requiredFields: ['firstName', 'lastName', 'email', 'phone', 'documentType', 'document', 'address'],
    });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await page.getByRole('radio').first().check({ force: true });
    await quiet(page);
    await list(page, 'Document type').selectOption('NIT');
    await field(page, 'Document number').fill('899.999.068-2');
    await list(page, 'Bank').selectOption({ index: 1 });
    await field(page, 'Phone').fill('+57 300 123 4567');
    await field(page, 'Address').fill('Calle 100 # 7-33');
    await field(page, 'City').fill('Bogotá');
    await field(page, 'Department').fill('Cundinamarca');
    await fillDetails(page);
    await payButton(page).click();
    await page.getByText('last character does not fit').waitFor();
    await field(page, 'Document number').fill('899.999.068-1');
    const sent = bodyOf(page, /payments?$/);
    await payButton(page).click();
    const text = JSON.stringify(await sent);
    for (const part of [
      '"documentType":"NIT"',
      '"documentNumber":"8999990681"',
      '"phoneNumberPrefix":"+57"',
      '"phoneNumber":"3001234567"',
      '"administrativeAreaLevel1":"Cundinamarca"',
      '"administrativeAreaLevel2":"Bogotá"',
      '"street":"Calle 100 # 7-33"',
      '"country":"COL"',
      '"bankId":"',
    ])
      expect(text).toContain(part);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('z2pay: an address of Brazil, and the merchant’s questions', async () => {
    const shown = rig.stack.checkout('z2pay', {
      currency: 'BRL',
      requiredFields: ['address'],
      customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
      customFields: CUSTOM_FIELDS,
    });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await field(page, 'CEP').fill('01310-100');
    await field(page, 'Street').fill('Av. Paulista');
    await field(page, 'Number').fill('1000');
    await field(page, 'Neighbourhood').fill('Bela Vista');
    await field(page, 'City').fill('São Paulo');
    await list(page, 'State').selectOption('SP');
    await list(page, '<b>Size</b>').selectOption('s');
    await page.getByRole('checkbox', { name: 'I agree to the terms' }).check();
    const sent = bodyOf(page, /confirm$/);
    await payButton(page).click();
    expect(await sent).toMatchObject({
      buyer: {
        name: 'Ana Lima',
        document: '52998224725',
        address: {
          zipCode: '01310100',
          street: 'Av. Paulista',
          neighborhood: 'Bela Vista',
          state: 'SP',
          country: 'BR',
        },
      },
      customFields: { size: 's', terms: true },
    });
    await untilStatus(page, 'action_required');
    expect(errors).toEqual([]);
    await context.close();
  });
});
