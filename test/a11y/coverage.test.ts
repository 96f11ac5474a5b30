import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { METHOD_TYPES } from '../../src/core/payment-methods/index.js';
import type { NextAction } from '../../src/core/session/next-action.js';
import { SCENES } from './scenes.js';
import { fileName } from './screens.js';
import { STATUSES } from '../support/statuses.js';

/** An action that the product has and this list has not does not compile; nor does one that it has not. */
const ACTIONS: Readonly<Record<NextAction['type'], true>> = {
  redirect: true,
  three_d_secure: true,
  qr_code: true,
  voucher: true,
  phone_prompt: true,
  one_time_code: true,
  wallet_code: true,
  bank_transfer: true,
  sdk: true,
  unknown: true,
};

const without = (names: readonly string[], pick: (scene: (typeof SCENES)[number]) => string | undefined) =>
  names.filter((name) => !SCENES.some((scene) => pick(scene) === name));

test('every status of the checkout has a screen that is examined', () => {
  expect(without(Object.keys(STATUSES), ({ status }) => status)).toEqual([]);
});

test('every kind of next action has a screen that is examined', () => {
  expect(without(Object.keys(ACTIONS), ({ action }) => action)).toEqual([]);
});

test('every method has its form examined, and what is to be done after it', () => {
  const at = (status: string) =>
    without(METHOD_TYPES, (scene) => (scene.status === status ? scene.method : undefined));
  expect(at('ready')).toEqual([]);
  expect(at('action_required')).toEqual([]);
});

test('every screen has a name and a tree of its own, and no tree is left of one that is gone', () => {
  const names = SCENES.map(fileName);
  expect(new Set(names).size).toBe(names.length);
  const trees = path.join(import.meta.dirname, 'trees');
  expect(readdirSync(trees).sort()).toEqual([...names].sort());
  for (const name of names) expect(readFileSync(path.join(trees, name), 'utf8')).toContain('# page');
});

test('nothing is left out of what axe looks at, but other people’s frames', () => {
  const walk = readFileSync(path.join(import.meta.dirname, 'walk.ts'), 'utf8');
  expect(walk).not.toMatch(/enabled: false|disableRules|rules: \{/);
});
