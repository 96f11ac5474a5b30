import type { CaseResult } from '../support/proof.js';

/** Counts what cases put to the test, and how it went. */
export class Tally {
  readonly #byInvariant = new Map<string, { cases: number; failures: number }>();
  readonly #healed: number[] = [];
  cases = 0;
  failures = 0;
  doubleArrivals = 0;

  add({ invariants, findings, doubleArrivals = 0, healedMs }: CaseResult): void {
    this.cases += 1;
    if (findings.length > 0) this.failures += 1;
    this.doubleArrivals += doubleArrivals > 0 ? 1 : 0;
    if (healedMs !== undefined) this.#healed.push(healedMs);
    const broken = new Set(findings.map(({ invariant }) => invariant));
    for (const invariant of new Set([...invariants, ...broken])) {
      const row = this.#byInvariant.get(invariant) ?? { cases: 0, failures: 0 };
      this.#byInvariant.set(invariant, {
        cases: row.cases + 1,
        failures: row.failures + (broken.has(invariant) ? 1 : 0),
      });
    }
  }

  /** Milliseconds within which this share of the screens told the truth again. */
  healedWithin(share: number): number {
    const sorted = this.#healed.sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }

  /** One line a promise. */
  table(): string {
    const rows = [...this.#byInvariant].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    const line = (cells: readonly (string | number)[]): string =>
      String(cells[0]).padEnd(12) +
      cells
        .slice(1)
        .map((cell) => String(cell).padStart(10))
        .join('');
    return [
      line(['promise', 'cases', 'failures']),
      ...rows.map(([name, { cases, failures }]) => line([name, cases, failures])),
    ].join('\n');
  }

  heals(): string {
    const at = (share: number): string => `${this.healedWithin(share).toFixed(0)} ms`;
    return `healed to the truth: p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`;
  }
}
