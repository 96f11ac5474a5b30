import type { Page } from 'playwright';

/** One movement that nobody asked for, by a key or a click half a second before: how bad it was, and what moved. */
export interface Shift {
  readonly value: number;
  /** Each as `what: from → to`, in CSS pixels from the left and the top. */
  readonly moved: readonly string[];
}

declare global {
  interface Window {
    shifts?: () => Shift[];
  }
}

/** From the first paint on; before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Entry = PerformanceEntry & {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly {
        readonly node?: Node | null;
        readonly previousRect: DOMRectReadOnly;
        readonly currentRect: DOMRectReadOnly;
      }[];
    };
    const seen: Entry[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...(list.getEntries() as Entry[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    const place = ({ x, y, width, height }: DOMRectReadOnly): string =>
      `${String(x)} ${String(y)} (${String(width)} × ${String(height)})`;
    window.shifts = () =>
      seen
        .concat(observer.takeRecords() as Entry[])
        .filter(({ hadRecentInput }) => !hadRecentInput)
        .map(({ value, sources }) => ({
          value,
          // What moves in a shadow root has no name here.
          moved: sources.map(
            ({ node, previousRect, currentRect }) =>
              `${node?.nodeName ?? 'a part'}: ${place(previousRect)} → ${place(currentRect)}`,
          ),
        }));
  });
}

/** What has moved so far, all frames drawn until now included. */
export const shifts = async (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return window.shifts?.() ?? [];
  });
