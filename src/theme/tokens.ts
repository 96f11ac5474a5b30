/** What a token is about; a group of the exported file. */
export type TokenGroup = 'color' | 'type' | 'space' | 'radius' | 'border' | 'shadow' | 'focus' | 'motion';

/** Of the Design Tokens format. @see https://www.designtokens.org/tr/2025.10/format/ */
export type TokenType =
  'color' | 'dimension' | 'fontFamily' | 'fontWeight' | 'number' | 'duration' | 'shadow';

/** One custom property that a merchant may set. */
export interface Token {
  readonly name: `--checkout-${string}`;
  readonly group: TokenGroup;
  readonly type: TokenType;
  /** The default, as CSS; of another token it says `var(--checkout-…)`. */
  readonly light: string;
  /** Where the dark scheme has another default. */
  readonly dark?: string;
  readonly description: string;
}

type Row = readonly [name: string, light: string, dark: string | undefined, description: string];

const rows = (group: TokenGroup, type: TokenType, table: readonly Row[]): readonly Token[] =>
  table.map(([name, light, dark, description]) => ({
    name: `--checkout-${name}`,
    group,
    type,
    light,
    ...(dark !== undefined && { dark }),
    description,
  }));

const ground = (color: string, share = 7): string =>
  `color-mix(in srgb, var(--checkout-color-${color}) ${share}%, var(--checkout-color-background))`;

/**
 * Every token there is, for whoever documents, exports or edits them; the elements read `tokens.styles.ts`, and a test
 * holds the two together.
 */
export const TOKENS: readonly Token[] = [
  ...rows('color', 'color', [
    [
      'color-accent',
      '#3b4cca',
      '#a5b0ff',
      'The pay button and the picked method. Goes before the session’s own colour.',
    ],
    [
      'color-accent-text',
      '#fff',
      '#10132b',
      'Text on the accent. Below 4.5:1 on it, black or white is taken instead.',
    ],
    ['color-background', '#fff', '#14161a', 'The ground of the checkout.'],
    ['color-surface', '#f6f7f9', '#1c1f25', 'The quieter ground, of the order and of facts.'],
    ['color-field', 'var(--checkout-color-background)', undefined, 'The ground of a field.'],
    ['color-text', '#16181d', '#f2f3f5', 'Text.'],
    ['color-text-muted', '#5a6070', '#a4abb8', 'Text of less weight, and placeholders.'],
    ['color-border', '#e3e6ea', '#2d323b', 'Lines that only divide.'],
    [
      'color-control-border',
      '#878e9b',
      '#6f7786',
      'Borders of what can be filled in or picked; 3:1 on its ground.',
    ],
    ['color-danger', '#b3261e', '#ffb0a8', 'What is wrong.'],
    ['color-danger-ground', ground('danger'), undefined, 'The ground of a notice of what is wrong.'],
    ['color-success', '#14713d', '#7bdba0', 'What is done.'],
    ['color-success-ground', ground('success'), undefined, 'The ground of a notice of what is done.'],
    ['color-warning', '#7a4a00', '#ffd08a', 'What to look out for.'],
    [
      'color-warning-ground',
      ground('warning', 15),
      undefined,
      'The ground of a notice of what to look out for.',
    ],
    ['color-focus', '#2457d6', '#a9c0ff', 'The focus ring; 3:1 on its ground.'],
  ]),
  ...rows('type', 'fontFamily', [
    [
      'font-family',
      "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
      undefined,
      'The typeface of all but what is typed.',
    ],
  ]),
  ...rows('type', 'dimension', [
    [
      'font-size',
      'max(16px, 1rem)',
      undefined,
      'The size everything is measured in; below 16px a phone zooms into fields.',
    ],
    ['font-size-small', '0.875em', undefined, 'Hints, errors and notes.'],
    ['font-size-large', '1.375em', undefined, 'Headings.'],
  ]),
  ...rows('type', 'fontWeight', [
    ['font-weight-medium', '550', undefined, 'Labels and names.'],
    ['font-weight-bold', '650', undefined, 'Headings, amounts and buttons.'],
  ]),
  ...rows('type', 'number', [['line-height', '1.5', undefined, 'Of running text.']]),
  ...rows('space', 'dimension', [
    ['space', '16px', undefined, 'Between fields.'],
    [
      'min-height',
      'min(100svh, 760px)',
      undefined,
      'The height that is kept from the first paint on, so that nothing below moves; 0 where there is no room.',
    ],
    ['control-height', '48px', undefined, 'Of a field; the pay button is 4px higher. Not below 44px.'],
  ]),
  ...rows('radius', 'dimension', [
    ['radius', '10px', undefined, 'Corners of controls and notices.'],
    ['radius-card', '16px', undefined, 'Corners of the whole.'],
  ]),
  ...rows('border', 'dimension', [['border-width', '1px', undefined, 'Of controls and notices.']]),
  ...rows('shadow', 'shadow', [
    ['shadow', '0 1px 2px rgb(16 18 27 / 6%), 0 8px 24px rgb(16 18 27 / 6%)', undefined, 'Of the whole.'],
    ['shadow-button', '0 1px 2px rgb(16 18 27 / 12%)', undefined, 'Of the pay button.'],
  ]),
  ...rows('focus', 'dimension', [
    ['focus-width', '2px', undefined, 'Of the focus ring.'],
    ['focus-offset', '2px', undefined, 'Between an element and its focus ring.'],
  ]),
  ...rows('motion', 'duration', [
    ['duration', '0.15s', undefined, 'Of changes of colour; none where less motion is asked for.'],
  ]),
];
