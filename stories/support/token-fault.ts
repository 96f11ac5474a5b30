import { TOKENS, type TokenType } from '../../src/theme/tokens.js';

interface Kind {
  /** A property of CSS that takes such a value, and no other that a browser could do nothing with. */
  readonly property: string;
  readonly fault: string;
}

const KINDS: Readonly<Record<TokenType, Kind>> = {
  color: {
    property: 'color',
    fault:
      'This is no colour. Write it as #3b4cca, as rgb(59 76 202), by a name such as navy, or one for each scheme: light-dark(#3b4cca, #a5b0ff).',
  },
  dimension: {
    property: 'padding-top',
    fault: 'This is no length. Write a number and its unit, with no space between: 10px or 0.5rem.',
  },
  fontFamily: {
    property: 'font-family',
    fault: 'This is no list of typefaces. Write names with commas between: Inter, sans-serif.',
  },
  fontWeight: {
    property: 'font-weight',
    fault: 'This is no weight. Write a number from 1 to 1000, or bold.',
  },
  number: { property: 'line-height', fault: 'This is no line height. Write a number: 1.5.' },
  duration: { property: 'transition-duration', fault: 'This is no time. Write 0.15s or 150ms.' },
  shadow: {
    property: 'box-shadow',
    fault: 'This is no shadow. Write offsets, blur and colour: 0 1px 2px rgb(0 0 0 / 10%). Or none.',
  },
};

/** What takes other lengths than a padding does. */
const PROPERTIES: Readonly<Record<string, string>> = {
  '--checkout-font-size': 'font-size',
  '--checkout-font-size-small': 'font-size',
  '--checkout-font-size-large': 'font-size',
  '--checkout-min-height': 'min-height',
  '--checkout-border-width': 'border-top-width',
  '--checkout-focus-width': 'outline-width',
  '--checkout-focus-offset': 'outline-offset',
};

/** What is wrong with a token's value, and how it is written; empty where the browser can read it. */
export function tokenFault(name: string, value: string): string {
  const type = TOKENS.find((token) => token.name === name)?.type;
  if (type === undefined) return '';
  const { property, fault } = KINDS[type];
  return CSS.supports(PROPERTIES[name] ?? property, value) ? '' : fault;
}
