import type { CardFrameStyle } from '../../theme/card-frame-style.js';

/** The card frame's own unit: CSS pixels where the browser's default font size is this. */
const FRAME_REM_PX = 16;

/**
 * The look of our own fields, for the card frame that cannot inherit it. Read from an element that wears every token,
 * because only a computed style knows what `var()` and `light-dark()` came to; see `.probe` in the styles.
 */
export function readFrameStyle(probe: Element): CardFrameStyle {
  const style = getComputedStyle(probe);
  // `medium` is the shopper's own setting, whatever the page made of its root's font size.
  const defaultPx = parseFloat(getComputedStyle(probe, '::before').fontSize) || FRAME_REM_PX;
  const length = (value: string): number =>
    Math.round((parseFloat(value) * FRAME_REM_PX * 100) / defaultPx) / 100;
  return {
    colorScheme: style.textEmphasisColor === 'rgb(255, 255, 255)' ? 'dark' : 'light',
    colorText: style.color,
    colorField: style.backgroundColor,
    colorBorder: style.borderTopColor,
    colorAccent: style.outlineColor,
    colorDanger: style.caretColor,
    colorMuted: style.textDecorationColor,
    radius: length(style.borderTopLeftRadius),
    fieldHeight: length(style.minBlockSize),
    fontSize: length(style.fontSize),
    gap: length(style.rowGap),
    fontFamily: style.fontFamily,
  };
}
