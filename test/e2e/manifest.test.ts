import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../support/statuses.js';

const root = path.resolve(import.meta.dirname, '../..');

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly events?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
  readonly cssStates?: readonly { readonly name: string }[];
  readonly members?: readonly { readonly name: string }[];
}

interface Manifest {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
}

const { modules } = JSON.parse(
  readFileSync(path.join(root, 'dist/custom-elements.json'), 'utf8'),
) as Manifest;

const elements = modules.flatMap(({ declarations }) => declarations.filter(({ tagName }) => tagName));

const elementOf = (tag: string): Declaration | undefined => elements.find(({ tagName }) => tagName === tag);

const eventsOf = ({ events = [] }: Declaration): readonly string[] =>
  events.map(({ name, type }) => `${name}: ${type.text}`);

/** By class, as `src/events.ts` has them. */
const PUBLIC_EVENTS = new Map(
  [
    ...readFileSync(path.join(root, 'src/events.ts'), 'utf8').matchAll(
      /export class (\w+Event)\b[^]*?super\('([\w-]+)'/g,
    ),
  ].map(([, type = '', name = '']) => [type, `${name}: ${type}`]),
);

/** The events that an element makes itself, by what its source says; its class's name with them. */
const dispatched = readdirSync(path.join(root, 'src/elements'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join(root, 'src/elements', name), 'utf8'))
  .flatMap((source) => {
    const name = /^export class (\w+Element)\b/m.exec(source)?.[1];
    const made = [...source.matchAll(/new (\w+Event)\(/g)].map(([, type = '']) => type);
    if (source.includes('this.reportBroken(')) made.push('CheckoutErrorEvent');
    const events = [...new Set(made)].filter((type) => PUBLIC_EVENTS.has(type));
    return name === undefined || events.length === 0 ? [] : [[name, events] as const];
  });

describe('the manifest of the elements', () => {
  test('gives the checkout every event that there is, by name and type', () => {
    const checkout = elementOf('checkout-session');
    expect(PUBLIC_EVENTS.size).toBeGreaterThan(10);
    expect(checkout && [...eventsOf(checkout)].sort()).toEqual([...PUBLIC_EVENTS.values()].sort());
  });

  test.each(dispatched)('gives %s the events that it makes: %j', (name, types) => {
    const element = elements.find((declaration) => declaration.name === name);
    for (const type of types) expect(element && eventsOf(element)).toContain(PUBLIC_EVENTS.get(type));
  });

  test('knows no event that the package does not export', () => {
    const known = new Set(PUBLIC_EVENTS.values());
    expect(
      elements.flatMap((element) =>
        eventsOf(element)
          .filter((event) => !known.has(event))
          .map((event) => `${element.name} ${event}`),
      ),
    ).toEqual([]);
  });

  test('gives the checkout a CSS state for each status', () => {
    const states = elementOf('checkout-session')?.cssStates?.map(({ name }) => name);
    expect(states && [...states].sort()).toEqual(Object.keys(STATUSES).sort());
  });

  test('keeps to itself what an element is to its own controller', () => {
    expect(elementOf('stripe-card')?.members?.map(({ name }) => name)).toEqual(['method']);
    const internal = new Set(['store', 'look', 'report', 'willUpdate', 'render']);
    expect(
      elements.flatMap(({ name, members = [] }) =>
        members.filter((member) => internal.has(member.name)).map((member) => `${name}.${member.name}`),
      ),
    ).toEqual([]);
  });
});
