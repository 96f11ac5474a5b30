import { describe, expect, test } from 'vitest';
import { transition } from '../../src/core/machine/transition.js';
import { renewalOf } from '../../src/core/renewal.js';
import { aMethod, aPayment, aSession } from '../support/fixtures.js';

const due = (minor: number) => ({ ...aSession().amount, due: minor });
const pix = { ...aMethod('pix'), id: 'pix_1' };
const other = { ...aMethod('pix'), id: 'pix_2' };
const boleto = aMethod('boleto');
const inDollars = { ...aMethod('pix'), id: 'pix_usd', currency: 'USD', amount: 4000 };
const payment = aPayment({ method: 'pix', amount: 4000, currency: 'BRL' });

describe('another payment of the same kind', () => {
  test.each([
    ['is made by its method, whatever is picked', [boleto, pix], 4000, 'boleto', 'pix_1'],
    ['is made by its method where none is picked', [boleto, pix], 4000, undefined, 'pix_1'],
    ['is not made by a method that is not offered any more', [boleto], 4000, 'boleto', undefined],
    ['is not made for another sum', [boleto, pix], 10_000, 'pix_1', undefined],
    ['is not made in another currency', [boleto, inDollars], 4000, 'pix_usd', undefined],
    ['is made by the picked one of two of its type', [pix, other], 4000, 'pix_2', 'pix_2'],
    ['is not made by one of two where neither is picked', [pix, other], 4000, undefined, undefined],
    ['is made by its own of two that differ in currency', [inDollars, pix], 4000, 'pix_usd', 'pix_1'],
  ])('%s', (_, paymentMethods, left, picked, id) => {
    const session = aSession({ currency: 'BRL', amount: due(left), paymentMethods });
    expect(renewalOf(session, payment, picked)?.id).toBe(id);
  });

  test('keeps a method’s own sum and currency', () => {
    const session = aSession({ currency: 'BRL', amount: due(20_000), paymentMethods: [pix, inDollars] });
    expect(renewalOf(session, { ...payment, currency: 'USD' }, undefined)?.id).toBe('pix_usd');
  });

  test('that cannot be made is told on the form, and nowhere else', () => {
    const session = aSession();
    const [state, effects] = transition({ status: 'ready', session }, { type: 'renewal_failed' });
    expect(state).toMatchObject({ status: 'ready', failure: { code: 'not_renewed' } });
    expect(effects).toMatchObject([{ type: 'announce', notice: { type: 'payment-failure' } }]);
    const processing = { status: 'processing', session } as const;
    expect(transition(processing, { type: 'renewal_failed' })).toEqual([processing, []]);
  });
});
