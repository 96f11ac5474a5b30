/** Longer than the frame has to be seen for, with time for a slow machine to paint it. */
const LIFT_MS = 2_000;

/** A popover of the browser's own look, put where the frame was: the page around it does not move. */
const look = ({ left, top, width, height }: DOMRect): string =>
  `display:block;position:absolute;inset:auto;left:${left + scrollX}px;top:${top + scrollY}px;width:${width}px;` +
  `height:${height}px;box-sizing:border-box;margin:0;border:0;padding:0;overflow:visible;background:var(--_background)`;

/**
 * Puts what holds the frame above all else on the page, for as long as it takes to be seen: in a low window the page's
 * bars leave no room in which a whole form is free of them, so that no card would ever count as seen. The frame itself is
 * not moved, and keeps what was typed.
 */
export function liftFrame(holder: HTMLElement | null | undefined): void {
  const place = holder?.parentElement;
  if (!place || holder.popover !== null) return;
  const box = holder.getBoundingClientRect();
  const lower = (): void => {
    holder.popover = null;
    holder.style.cssText = place.style.cssText = '';
  };
  place.style.minBlockSize = `${place.offsetHeight}px`;
  holder.style.cssText = look(box);
  try {
    holder.popover = 'manual';
    holder.showPopover();
    setTimeout(lower, LIFT_MS);
  } catch {
    // A browser without a top layer has no eye for what covers a frame either.
    lower();
  }
}
