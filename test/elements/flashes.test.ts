import type { CSSResultGroup } from 'lit';
import { describe, expect, test } from 'vitest';
import { adoptStyles } from '../../src/card-frame/frame/styles.js';

/*
 * WCAG 2.3.1: nothing flashes more than three times a second. What changes its look by itself, and again and again, is an
 * animation of a stylesheet: every one of every element and of the card frame is looked at here, with all that another rule
 * makes of it. A transition is one change, and comes after something that somebody did; scripts animate nothing. Other
 * people's frames, the bank's and Stripe's, are theirs.
 */

/** A flash is a change and the one back: this is half of what the criterion allows, however little is seen of each. */
const MOST_CHANGES = 3;
const ROUNDS = 400;

/** What is somewhere else, or is drawn bit by bit, is no lighter and no darker. */
const MOVEMENT = /^(translate|rotate|scale|transform|stroke-dashoffset|animation-timing-function)$/;

interface Animation {
  readonly name: string;
  readonly durationMs: number;
  readonly rounds: number;
  readonly alternates: boolean;
}

function rulesOf(list: CSSRuleList): CSSRule[] {
  return [...list].flatMap((rule) => [
    rule,
    ...('cssRules' in rule && !(rule instanceof CSSKeyframesRule)
      ? rulesOf(rule.cssRules as CSSRuleList)
      : []),
  ]);
}

const msOf = (time: string): number => parseFloat(time) * (time.endsWith('ms') ? 1 : 1_000);
const partsOf = (list: string): string[] => list.split(',').map((part) => part.trim());

/** What one rule says of animations; no name where it only changes what another one has said. */
function saidBy({ style }: CSSStyleRule): Partial<Animation>[] {
  const { animationName: name, animationDuration: duration, animationIterationCount: count } = style;
  const { animationDirection: direction } = style;
  if (!name && !duration && !count) return [];
  return partsOf(name || '').map((one) => ({
    ...(one && { name: one }),
    ...(duration && { durationMs: Math.min(...partsOf(duration).map(msOf)) }),
    ...(count && { rounds: count.includes('infinite') ? Infinity : parseFloat(count) }),
    ...(direction && { alternates: direction.includes('alternate') }),
  }));
}

/** When the look becomes another within a round, as shares of it; `true` where it jumps back at the end. */
function changesIn(keyframes: CSSKeyframesRule): readonly [at: readonly number[], jumps: boolean] {
  const frames = [...keyframes].flatMap(({ keyText, style }) =>
    partsOf(keyText).map((key) => ({ at: parseFloat(key) / 100, style })),
  );
  const names = new Set(frames.flatMap(({ style }) => [...style]).filter((name) => !MOVEMENT.test(name)));
  const at: number[] = [];
  let jumps = false;
  for (const name of names) {
    const valueAt = (share: number): string =>
      frames.find((frame) => frame.at === share)?.style.getPropertyValue(name) ?? '';
    const steps = [0, 1, ...frames.filter(({ style }) => style.getPropertyValue(name)).map((one) => one.at)];
    const sorted = [...new Set(steps)].sort((a, b) => a - b);
    sorted.forEach((share, index) => {
      const next = sorted[index + 1];
      if (next !== undefined && valueAt(share) !== valueAt(next)) at.push(share);
    });
    jumps ||= valueAt(0) !== valueAt(1);
  }
  return [[...new Set(at)], jumps];
}

/** The most changes of brightness that begin within one second. */
function changesASecond(
  { durationMs, rounds, alternates }: Animation,
  [at, jumps]: ReturnType<typeof changesIn>,
): number {
  const times: number[] = [];
  for (let round = 0; round < Math.min(rounds, ROUNDS); round++) {
    times.push(...at.map((share) => (round + share) * durationMs));
    if (jumps && !alternates) times.push((round + 1) * durationMs);
  }
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length),
  );
}

/** Every animation that changes its brightness too often, as it is written and as other rules of the sheets change it. */
function flashesIn(sheets: readonly CSSStyleSheet[]): string[] {
  const rules = sheets.flatMap(({ cssRules }) => rulesOf(cssRules));
  const said = rules.filter((rule) => rule instanceof CSSStyleRule).flatMap(saidBy);
  const changes = [{}, ...said.filter(({ name }) => name === undefined)];
  const keyframes = new Map(
    rules.filter((rule) => rule instanceof CSSKeyframesRule).map((rule) => [rule.name, rule]),
  );
  return said.flatMap((own) => {
    const rule = keyframes.get(own.name ?? '');
    if (!rule) return [];
    return changes.flatMap((change) => {
      const all = { name: rule.name, durationMs: 0, rounds: 1, alternates: false, ...own, ...change };
      const most = changesASecond({ ...all, name: rule.name }, changesIn(rule));
      return most > MOST_CHANGES ? [`${rule.name} of ${String(all.durationMs)} ms: ${String(most)}`] : [];
    });
  });
}

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('../../src/elements/**/*.ts', {
  eager: true,
});

const sheetsOf = (styles: CSSResultGroup): CSSStyleSheet[] =>
  Array.isArray(styles)
    ? styles.flatMap(sheetsOf)
    : 'styleSheet' in styles && styles.styleSheet
      ? [styles.styleSheet]
      : [];

const ELEMENTS = Object.values(modules).flatMap((module) =>
  Object.entries(module).flatMap(([name, value]) =>
    typeof value === 'function' && 'styles' in value
      ? [[name, sheetsOf(value.styles as CSSResultGroup)] as const]
      : [],
  ),
);

describe('nothing flashes', () => {
  test('in an element', () => {
    const animated = ELEMENTS.filter(([, sheets]) =>
      sheets.some(({ cssRules }) => rulesOf(cssRules).some((rule) => rule instanceof CSSKeyframesRule)),
    );
    // There was something to look at.
    expect(ELEMENTS.length).toBeGreaterThan(20);
    expect(animated.length).toBeGreaterThan(10);
    const found = ELEMENTS.flatMap(([name, sheets]) => flashesIn(sheets).map((flash) => `${name}: ${flash}`));
    expect(found).toEqual([]);
  });

  test('in the card frame', () => {
    const before = document.adoptedStyleSheets;
    adoptStyles();
    const sheets = document.adoptedStyleSheets;
    document.adoptedStyleSheets = before;
    expect(sheets).toHaveLength(1);
    expect(flashesIn(sheets)).toEqual([]);
  });

  test('by a script, or by a picture that moves', () => {
    const sources: Readonly<Record<string, string>> = import.meta.glob(
      ['../../src/**/*.ts', '!../../src/sandbox/**'],
      { query: '?raw', import: 'default', eager: true },
    );
    const found = Object.entries(sources).filter(([, text]) =>
      /\.animate\(|<animate|<marquee|<blink|\.(gif|apng|webp)\b/.test(text),
    );
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    expect(found.map(([file]) => file)).toEqual([]);
  });
});

const FADE = '@keyframes fade { to { opacity: 0 } }';

test.each([
  ['there and back in 0.4 s', `${FADE} a { animation: fade .2s infinite alternate }`, 1],
  ['gone and here again every 0.4 s', `${FADE} a { animation: fade .4s infinite }`, 1],
  [
    'a flicker within a long round',
    '@keyframes b { 1%, 3%, 5% { opacity: 0 } 2%, 4% { opacity: 1 } } a { animation: b 9s infinite }',
    1,
  ],
  [
    'a slow one that another rule makes quick',
    `${FADE} a { animation: fade 2s infinite } b { animation-duration: 1ms }`,
    1,
  ],
  [
    'one that is as quick and comes once',
    `${FADE} a { animation: fade 2s infinite } b { animation-duration: 1ms; animation-iteration-count: 1 }`,
    0,
  ],
  ['one of a second', `${FADE} a { animation: fade 1s infinite alternate }`, 0],
  ['one that only moves', '@keyframes b { to { rotate: 1turn } } a { animation: b .2s infinite }', 0],
])('%s: is a flash or is none', (_what, css, flashes) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  expect(flashesIn([sheet])).toHaveLength(flashes);
});
