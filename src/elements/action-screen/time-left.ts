import type { I18n } from '../../i18n/create-i18n.js';

/** Seconds left at which a screen reader is told of it. */
const SPOKEN_AT_S = [30, 60, 120, 300, 600, 900, 1800, 3600];
const QUIET_MS = 30_000;
/** A screen that opens this close to such a moment waits for it: a code of 15 minutes begins a breath above them. */
const SOON_MS = 5_000;

/**
 * `At most 5 minutes left`, changing at a few moments only and never twice within 30 seconds, whenever the screen was
 * opened; it names the time that was left when it changed, rounded up. Empty while there is more than an hour.
 */
export class SpokenTimeLeft {
  #limit: number | undefined;
  #saidAtMs = Infinity;

  text(leftMs: number, i18n: I18n): string {
    // A new code has a new time.
    if (leftMs >= this.#saidAtMs + QUIET_MS) this.#saidAtMs = Infinity;
    const limit = SPOKEN_AT_S.find((moment) => leftMs <= moment * 1000);
    const isFirst = this.#saidAtMs === Infinity;
    const isSoon = SPOKEN_AT_S.some((moment) => leftMs > moment * 1000 && leftMs < moment * 1000 + SOON_MS);
    if (isFirst ? !isSoon : limit !== this.#limit && this.#saidAtMs - leftMs >= QUIET_MS) {
      this.#limit = limit;
      this.#saidAtMs = leftMs;
    }
    if (this.#limit === undefined || leftMs === 0 || this.#saidAtMs === Infinity) return '';
    const isMinutes = this.#saidAtMs > 50_000;
    const unit = isMinutes ? 'minute' : 'second';
    const time = new Intl.NumberFormat(i18n.locale, { style: 'unit', unit, unitDisplay: 'long' });
    const count = isMinutes ? Math.ceil(this.#saidAtMs / 60_000) : Math.ceil(this.#saidAtMs / 10_000) * 10;
    return i18n.t('action.atMost', { time: time.format(count) });
  }
}
