/*
 * An Interleaved 2 of 5 reader, as a scanner is one: from what is dark and what is light to digits. It knows no table of ours:
 * the wide elements of a digit stand for 1, 2, 4, 7 and 0, and their sum is the digit (11 is written for 0).
 */
const WEIGHTS = [1, 2, 4, 7, 0] as const;

/** Lengths of what is dark and light by turns, from the first dark to the last. */
export function runsOf(isDark: readonly boolean[]): {
  readonly quiet: readonly [number, number];
  readonly runs: number[];
} {
  const first = isDark.indexOf(true);
  const last = isDark.lastIndexOf(true);
  const runs: number[] = [];
  for (let at = first; at >= 0 && at <= last; at++) {
    if (at === first || isDark[at] !== isDark[at - 1]) runs.push(0);
    runs.push((runs.pop() ?? 0) + 1);
  }
  return { quiet: [first, isDark.length - 1 - last], runs };
}

function digitOf(isWide: readonly boolean[]): string {
  const wide = WEIGHTS.filter((_weight, i) => isWide[i]);
  const [one, two] = wide;
  if (wide.length !== 2 || one === undefined || two === undefined)
    throw new Error('not two wide ones of five');
  return String((one + two) % 11);
}

/** The digits that the bars say. Throws where they are no such code. */
export function decodeItf(runs: readonly number[]): string {
  const middle = (Math.min(...runs) + Math.max(...runs)) / 2;
  const isWide = runs.map((run) => run > middle);
  const shape = isWide.map((wide) => (wide ? 'W' : 'n')).join('');
  if (!/^nnnn.*Wnn$/.test(shape) || (runs.length - 7) % 10 !== 0)
    throw new Error(`no start and stop: ${shape}`);
  let text = '';
  for (let at = 4; at < runs.length - 3; at += 10) {
    const ten = isWide.slice(at, at + 10);
    text += digitOf(ten.filter((_wide, i) => i % 2 === 0)) + digitOf(ten.filter((_wide, i) => i % 2 === 1));
  }
  return text;
}
