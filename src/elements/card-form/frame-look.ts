import type { CardFrameStyle } from '../../theme/card-frame-style.js';

/** The card frame's own unit: CSS pixels where the browser's default font size is this. */
const FRAME_REM_PX = 16;

/**
 * The look of our own fields, for the card frame that cannot inherit it. Read from an element that wears every token,
 * because only a computed style knows what `var()` and `light-dark()` came to; see `.probe` in the styles.
 */
export function readFrameStyle(probe: Element): CardFrameStyle {
  // By name, not as members: those give way to what a page has put on every object.
  const style = getComputedStyle(probe);
  const look = (name: string): string => style.getPropertyValue(name);
  // `medium` is the shopper's own setting, whatever the page made of its root's font size.
  const medium = getComputedStyle(probe, '::before').getPropertyValue('font-size');
  const defaultPx = parseFloat(medium) || FRAME_REM_PX;
  const length = (name: string): number =>
    Math.round((parseFloat(look(name)) * FRAME_REM_PX * 100) / defaultPx) / 100;
  return {
    colorScheme: look('text-emphasis-color') === 'rgb(255, 255, 255)' ? 'dark' : 'light',
    colorText: look('color'),
    colorField: look('background-color'),
    colorBorder: look('border-top-color'),
    colorAccent: look('outline-color'),
    colorDanger: look('caret-color'),
    colorMuted: look('text-decoration-color'),
    borderWidth: length('border-top-width'),
    radius: length('border-top-left-radius'),
    fieldHeight: length('min-block-size'),
    fontSize: length('font-size'),
    gap: length('row-gap'),
    fontFamily: look('font-family'),
  };
}
