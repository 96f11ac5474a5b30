import { expect, test } from 'vitest';
import { isMasked } from '../../src/core/validation/masked.js';

test.each([
  'A* L*',
  'a***@example.com',
  'a…@example.com',
  'a...@example.com',
  'A· L·',
  '***.982.247-**',
  '•••.982.247-••',
  '●●●●4321',
  'XXX.982.247-XX',
  'xxx982247xx',
  '+55 11 9xxxx-4321',
  'xxxx xxxx 4321',
  '####4321',
  'Rua ***',
  '**',
  '013**-***',
])('%s is shown in part only', (value) => {
  expect(isMasked(value)).toBe(true);
});

test.each([
  '',
  'Ana Lima',
  'Max Exxon',
  'Gal·la Coll',
  'Rua XX de Setembro',
  'Rua XX, 12',
  'Praça XXX',
  'Calle 10 # 20-30',
  'Apt. #4',
  'ana.xx@example.com',
  '529.982.247-25',
  'XX123456',
  '01310-100',
  '+5511987654321',
  undefined,
  { line1: '***' },
])('%s is shown in full', (value) => {
  expect(isMasked(value)).toBe(false);
});
