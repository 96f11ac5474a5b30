/** The look of our own fields as computed values; what Stripe's cannot inherit. */
export interface Look {
  readonly colorScheme?: string;
  readonly colorText?: string;
  readonly colorMuted?: string;
  readonly colorField?: string;
  readonly colorBorder?: string;
  readonly colorAccent?: string;
  readonly colorDanger?: string;
  /** CSS pixels, as are the lengths below. */
  readonly radius?: number;
  readonly fontSize?: number;
  readonly gap?: number;
  readonly fontFamily?: string;
}

/** What Stripe can read of a colour; of `color(…)`, `oklch(…)` and their like it keeps its own. */
const color = (value = ''): string | undefined => (/^(#|rgb)/.test(value) ? value : undefined);

const px = (length = 0): string => `${String(length)}px`;

const edge = (value: string | undefined): object => ({
  border: color(value) && `1px solid ${String(value)}`,
  boxShadow: 'none',
});

/** For Stripe's Payment Element. Members may be undefined. @see https://docs.stripe.com/elements/appearance-api */
export const appearanceOf = (look: Look): object => ({
  theme: look.colorScheme === 'dark' ? 'night' : 'stripe',
  variables: {
    colorPrimary: color(look.colorAccent),
    colorBackground: color(look.colorField),
    colorText: color(look.colorText),
    colorTextSecondary: color(look.colorMuted),
    colorTextPlaceholder: color(look.colorMuted),
    colorDanger: color(look.colorDanger),
    fontFamily: look.fontFamily,
    fontSizeBase: px(look.fontSize),
    borderRadius: px(look.radius),
    gridRowSpacing: px(look.gap),
  },
  rules: {
    '.Input': edge(look.colorBorder),
    '.Input:focus': edge(look.colorAccent),
    '.Input--invalid': edge(look.colorDanger),
  },
});

/** For Stripe's one-line Card Element, which knows no appearance. */
export const cardStyleOf = (look: Look): object => ({
  base: {
    color: color(look.colorText),
    fontFamily: look.fontFamily,
    fontSize: px(look.fontSize),
    iconColor: color(look.colorMuted),
    '::placeholder': { color: color(look.colorMuted) },
  },
  invalid: { color: color(look.colorDanger), iconColor: color(look.colorDanger) },
});
