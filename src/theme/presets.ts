import type { TokenValues } from './resolve-token.js';
import { TOKENS } from './tokens.js';

/** A look of its own, made of tokens only. */
export interface Preset {
  readonly name: string;
  readonly description: string;
  readonly tokens: TokenValues;
}

/** What follows from others, or from the session's colour, unless somebody sets it. */
const FOLLOWS = /-(?:accent|accent-text|field|ground)$/;

const defaults = (): TokenValues => ({
  ...Object.fromEntries(
    TOKENS.filter(({ name }) => !FOLLOWS.test(name)).map(({ name, light, dark }) => [
      name,
      dark === undefined ? light : `light-dark(${light}, ${dark})`,
    ]),
  ),
});

const tokens = (values: TokenValues): TokenValues => ({
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`--checkout-${name}`, value])),
});

/** Ready looks. Each reaches WCAG AA in light and in dark; `high-contrast` reaches AAA. */
export const PRESETS: readonly Preset[] = [
  {
    name: 'default',
    description: 'What is shown without any, written out: a sheet to begin your own from.',
    tokens: defaults(),
  },
  {
    name: 'soft',
    description: 'Round, airy, teal.',
    tokens: tokens({
      'color-accent': 'light-dark(#0b7268, #6fe0cd)',
      'color-accent-text': 'light-dark(#fff, #06231f)',
      'color-background': 'light-dark(#fff, #131a1a)',
      'color-surface': 'light-dark(#f1f7f5, #1b2524)',
      'color-text': 'light-dark(#132321, #eaf3f1)',
      'color-text-muted': 'light-dark(#51625f, #a0b3b0)',
      'color-border': 'light-dark(#dde8e5, #2b3937)',
      'color-control-border': 'light-dark(#7b8f8b, #6b807c)',
      'color-focus': 'light-dark(#0b7268, #6fe0cd)',
      radius: '16px',
      'radius-card': '28px',
      'control-height': '52px',
      space: '18px',
      shadow: '0 2px 4px rgb(11 60 54 / 5%), 0 20px 48px rgb(11 60 54 / 10%)',
      'shadow-button': '0 6px 16px rgb(11 114 104 / 22%)',
    }),
  },
  {
    name: 'sharp',
    description: 'Flat and square, black on white.',
    tokens: tokens({
      'color-accent': 'light-dark(#111, #f5f5f5)',
      'color-accent-text': 'light-dark(#fff, #111)',
      'color-background': 'light-dark(#fff, #0f0f0f)',
      'color-surface': 'light-dark(#f5f5f4, #1a1a1a)',
      'color-text': 'light-dark(#111, #f5f5f5)',
      'color-text-muted': 'light-dark(#595959, #a8a8a8)',
      'color-border': 'light-dark(#d9d9d6, #333)',
      'color-control-border': 'light-dark(#767676, #808080)',
      'color-focus': 'light-dark(#111, #f5f5f5)',
      'font-weight-medium': '500',
      'font-weight-bold': '700',
      radius: '0px',
      'radius-card': '0px',
      shadow: 'none',
      'shadow-button': 'none',
    }),
  },
  {
    name: 'compact',
    description: 'Close and quiet, for a checkout in a panel or in a back office.',
    tokens: tokens({
      'color-accent': 'light-dark(#1f5fbf, #8fbcff)',
      'color-accent-text': 'light-dark(#fff, #0a1a33)',
      'color-surface': 'light-dark(#f4f6f9, #1b1f26)',
      'color-focus': 'light-dark(#1f5fbf, #8fbcff)',
      'font-size-large': '1.1875em',
      'line-height': '1.4',
      space: '12px',
      'control-height': '44px',
      radius: '6px',
      'radius-card': '8px',
      shadow: '0 1px 3px rgb(16 24 40 / 10%)',
      'shadow-button': 'none',
    }),
  },
  {
    name: 'warm',
    description: 'Paper and terracotta.',
    tokens: tokens({
      'color-accent': 'light-dark(#9c3d16, #ffb38a)',
      'color-accent-text': 'light-dark(#fff, #2b1206)',
      'color-background': 'light-dark(#fffdf9, #1a1613)',
      'color-surface': 'light-dark(#f8f1e7, #241f1a)',
      'color-text': 'light-dark(#2a211b, #f5ede4)',
      'color-text-muted': 'light-dark(#6b5b4e, #b8a899)',
      'color-border': 'light-dark(#eadfd1, #3a322b)',
      'color-control-border': 'light-dark(#95836f, #85776a)',
      'color-danger': 'light-dark(#a8201a, #ffb0a8)',
      'color-focus': 'light-dark(#9c3d16, #ffb38a)',
      radius: '12px',
      'radius-card': '20px',
      shadow: '0 1px 2px rgb(66 40 20 / 6%), 0 12px 32px rgb(66 40 20 / 8%)',
      'shadow-button': '0 1px 2px rgb(66 40 20 / 16%)',
    }),
  },
  {
    name: 'high-contrast',
    description: 'Every text at 7:1, heavy lines, a wide focus ring.',
    tokens: tokens({
      'color-accent': 'light-dark(#0a2a9c, #ffe04d)',
      'color-accent-text': 'light-dark(#fff, #000)',
      'color-background': 'light-dark(#fff, #000)',
      'color-surface': 'light-dark(#fff, #000)',
      'color-text': 'light-dark(#000, #fff)',
      'color-text-muted': 'light-dark(#262626, #e6e6e6)',
      'color-border': 'light-dark(#4d4d4d, #b3b3b3)',
      'color-control-border': 'light-dark(#000, #fff)',
      'color-danger': 'light-dark(#8f0000, #ffb8b0)',
      'color-success': 'light-dark(#004d1f, #8cf0b0)',
      'color-warning': 'light-dark(#523000, #ffdf9e)',
      'color-focus': 'light-dark(#b3007d, #5ce1ff)',
      'border-width': '2px',
      'focus-width': '4px',
      'font-weight-medium': '600',
      'font-weight-bold': '750',
      shadow: 'none',
      'shadow-button': 'none',
    }),
  },
];

/** A stylesheet for a `<link>`. `:where` weighs nothing: whatever the page says of a token goes before it. */
export const presetCss = ({ name, description, tokens: values }: Preset): string =>
  [
    `/* checkout-session, ${name}: ${description} */`,
    ':where(:root) {',
    ...Object.entries(values).map(([token, value]) => `  ${token}: ${value};`),
    '}\n',
  ].join('\n');
