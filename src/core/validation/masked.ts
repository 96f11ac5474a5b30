/**
 * Signs that stand for what is not shown: stars and dots of all kinds, dots behind a letter (`A·`, not `l·l`), and `#`
 * twice (once it is a house number in Colombia: `Calle 10 # 20-30`).
 */
const SIGNS = /[*∗＊•●∙…]|\.{3}|##|·(?!\p{L})/u;

/** `XXX.982`, `XXX982`, `247-XX`, `9xxxx`; but not `Rua XX, 12`, nor the passport `XX123456`. */
const CROSSES = /\d[./-]?x{2,}(?!\p{L})|(?<!\p{L})x{2,}[./-]\d|(?<!\p{L})x{3,}\d|x{4,}/iu;

/** Whether a value is shown in part only, so that it is none to send back, to edit or to judge. */
export const isMasked = (value: unknown): boolean =>
  typeof value === 'string' && (SIGNS.test(value) || CROSSES.test(value));
