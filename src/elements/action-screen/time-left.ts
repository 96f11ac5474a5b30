import type { I18n } from '../../i18n/create-i18n.js';

/** Seconds left at which a screen reader is told of it. */
const SPOKEN_AT_S = [30, 60, 120, 300, 600, 900, 1800, 3600];
const QUIET_MS = 30_000;

/**
 * `Less than 5 minutes left`, changing at a few moments only and never twice within 30 seconds, whenever the screen was
 * opened; empty while there is more than an hour.
 */
export class SpokenTimeLeft {
  #seconds: number | undefined;
  #saidAtMs = Infinity;

  text(leftMs: number, i18n: I18n): string {
    const now = SPOKEN_AT_S.find((limit) => leftMs <= limit * 1000);
    if (now !== this.#seconds && Math.abs(this.#saidAtMs - leftMs) >= QUIET_MS) {
      this.#seconds = now;
      this.#saidAtMs = leftMs;
    }
    const seconds = this.#seconds;
    if (seconds === undefined || leftMs === 0) return '';
    const unit = seconds < 60 ? 'second' : 'minute';
    const time = new Intl.NumberFormat(i18n.locale, { style: 'unit', unit, unitDisplay: 'long' });
    return i18n.t('action.lessThan', { time: time.format(unit === 'second' ? seconds : seconds / 60) });
  }
}
