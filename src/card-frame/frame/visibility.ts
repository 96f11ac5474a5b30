/** As long as a shopper needs to see what they type into, and longer than a trick with a moving layer lasts. */
const STEADY_MS = 500;
/** A frame in which nothing moves is not painted, and what is not painted is not looked at. */
const LOOK_EVERY_MS = 200;
/** How long a tokenize waits for a frame that has only just come into view. */
const GRACE_MS = 1_200;

/** A field's height, and width enough for a card number: a smaller piece of the frame is not seen. */
const MIN_WIDTH_PX = 100;
const MIN_HEIGHT_PX = 40;

/**
 * Chromium tells as well whether anything covers, fades or distorts the frame: `trackVisibility`, at most ten times a
 * second. Elsewhere a frame in view counts as seen.
 */
type Options = IntersectionObserverInit & { readonly trackVisibility: boolean; readonly delay: number };
type Entry = IntersectionObserverEntry & { readonly isVisible?: boolean };

const isSeen = ({ isVisible = true, intersectionRect: { width, height } }: Entry): boolean =>
  isVisible && width >= MIN_WIDTH_PX && height >= MIN_HEIGHT_PX;

/**
 * Whether the shopper sees the frame they type into. A page may lay something over it, fade it or push it out of view, so
 * that a card is typed where it is not meant to go; no page can make the browser say otherwise.
 */
export class Visibility {
  #since: number | undefined;
  #isFilled = false;
  #wasSeen = false;

  constructor(element: Element) {
    const options: Options = {
      trackVisibility: true,
      delay: 100,
      threshold: [0, 0.1, 0.2, 0.4, 0.6, 0.8, 1],
    };
    new IntersectionObserver((entries: readonly Entry[]) => {
      for (const entry of entries) this.#turn(isSeen(entry), entry.time);
    }, options).observe(element);
    setInterval(() => requestAnimationFrame(() => undefined), LOOK_EVERY_MS);
    element.addEventListener('input', () => {
      this.#note(performance.now());
      this.#isFilled = true;
    });
  }

  /** Seen now, and long enough for a keystroke to be meant for what is seen. */
  isSteady(now = performance.now()): boolean {
    return this.#since !== undefined && now - this.#since >= STEADY_MS;
  }

  /**
   * Whether the frame was in plain view, long enough, at some time between the moment before the card's first character and now.
   * Not only now: a shopper scrolls on to the button that pays, and a password manager's list is gone again.
   */
  async wasSeen(): Promise<boolean> {
    const until = performance.now() + GRACE_MS;
    for (let now = performance.now(); ; now = performance.now()) {
      if (this.#wasSeen || this.isSteady(now)) return (this.#wasSeen = true);
      if (now > until) return false;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The card is gone: the next one is to be seen anew. */
  forget(): void {
    this.#isFilled = this.#wasSeen = false;
  }

  #turn(seen: boolean, time: number): void {
    if (!seen && this.#isFilled) this.#note(time);
    this.#since = seen ? (this.#since ?? time) : undefined;
  }

  #note(now: number): void {
    if (this.isSteady(now)) this.#wasSeen = true;
  }
}
