import { describe, expect, test } from 'vitest';
import { Draft } from '../../src/core/draft.js';

const required = (value: string): string | undefined => (value === '' ? 'required' : undefined);
const field = (name: string, validate = required) => ({ name, validate, focus: () => undefined });

describe('what the shopper typed', () => {
  test('outlives the controls that asked for it', () => {
    const draft = new Draft();
    const leave = draft.register(field('customer.email'));
    draft.set('customer.email', 'ana@example.com');
    leave();
    expect(draft.get('customer.email')).toBe('ana@example.com');
  });

  test('is judged when a control is left or at submit, and not while typing', () => {
    const draft = new Draft();
    draft.register(field('customer.email', (value) => (value.includes('@') ? undefined : 'email')));
    draft.set('customer.email', 'ana');
    expect(draft.error('customer.email')).toBeUndefined();
    draft.check('customer.email');
    expect(draft.error('customer.email')).toBe('email');
    // Being told of an error ends with the key stroke that mends it.
    draft.set('customer.email', 'ana@example.com');
    expect(draft.error('customer.email')).toBeUndefined();
  });

  test('names the first wrong control in the order of the page', () => {
    const draft = new Draft();
    draft.register(field('method'));
    draft.register(field('customer.email'));
    draft.set('method', 'pix');
    expect(draft.validate()?.name).toBe('customer.email');
    draft.set('customer.email', 'x');
    expect(draft.validate()).toBeUndefined();
  });

  test('the order of the page counts, not the order in which the controls came', () => {
    const draft = new Draft();
    draft.register({ ...field('customer.email'), top: () => 300 });
    draft.register({ ...field('phone'), top: () => 100 });
    expect(draft.validate()?.name).toBe('phone');
  });

  test('an error leaves with its control', () => {
    const draft = new Draft();
    const leave = draft.register(field('phone'));
    draft.validate();
    expect(draft.error('phone')).toBe('required');
    leave();
    expect(draft.error('phone')).toBeUndefined();
    expect(draft.validate()).toBeUndefined();
  });

  test('entries come without their prefix, trimmed, empty ones left out, hostile names harmless', () => {
    const draft = new Draft();
    draft.set('customer.address.city', ' Recife ');
    draft.set('customer.address.state', ' ');
    draft.set('customer.address.__proto__', 'x');
    expect(Object.entries(draft.entries('customer.address.'))).toEqual([
      ['city', 'Recife'],
      ['__proto__', 'x'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('listeners hear of every change, even when one of them throws', () => {
    const draft = new Draft();
    let heard = 0;
    const reported: unknown[] = [];
    const previous = globalThis.reportError;
    globalThis.reportError = (fault: unknown) => reported.push(fault);
    draft.subscribe(() => {
      throw new Error('a listener of the page');
    });
    draft.subscribe(() => (heard += 1));
    draft.set('phone', '0771');
    draft.set('phone', '0771');
    globalThis.reportError = previous;
    expect(heard).toBe(1);
    expect(reported).toHaveLength(1);
  });
});
