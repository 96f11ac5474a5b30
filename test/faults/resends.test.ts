import { describe, expect, test } from 'vitest';
import { seedsOf } from './scene.js';
import { useLab } from './volume.js';

const lab = useLab();

/** Of the scenarios meant to: how many saw one `fetch` arrive twice. */
const SHARE = 0.9;

describe('a browser that sends a payment again by itself', () => {
  test.each(['h1', 'h2'] as const)(
    '%s: a warm connection is cut under the payment, and it is charged once',
    async (protocol) => {
      const seeds = seedsOf('warm', 36, (scene) => scene.protocol === protocol);
      const played = await lab.play(seeds);
      const twice = played.filter(({ doubleArrivals = 0 }) => doubleArrivals > 0);
      // Without these the rest proves nothing: the page asked once, and more than one request came.
      expect(twice.length).toBeGreaterThanOrEqual(Math.ceil(seeds.length * SHARE));
      for (const { payArrivals, payFetches } of twice) expect(payArrivals).toBeGreaterThan(payFetches);
      // The server's own books hold them too, wherever both had their effect.
      const booked = twice.filter(({ ledgerArrivals, payFetches }) => ledgerArrivals > payFetches);
      expect(booked.length).toBeGreaterThan(0);
    },
  );
});
