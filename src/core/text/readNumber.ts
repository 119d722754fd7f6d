/** Reading of a number as people type it: its value, both values that it may mean, or neither. */
export type NumberReading =
  | { readonly value: number }
  /** Two ways to write it, each with one meaning. */
  | { readonly either: readonly [string, string] }
  | undefined;

const PLAIN = /^(\d*)(?:[.,](\d*))?(e[+-]?\d+)?$/i;
/** Thousands in groups of three, with a decimal sign that differs from the one between the groups. */
const GROUPED = /^([1-9]\d{0,2})(?:([.,' ])\d{3})(?:\2\d{3})*(?:([.,])(\d+))?$/;
const ONE_GROUP = /^([1-9]\d{0,2})[.,](\d{3})$/;

/**
 * Reads a number without asking for a locale: `5,9` is `5.9`; groups of three digits may stand apart by a blank, an apostrophe, a dot
 * or a comma, as in `1 000`, `1.234,5` and `1,000,000`. A single dot or comma before three digits, as in `1.000`, may be either.
 */
export function readNumber(text: string): NumberReading {
  const folded = text.normalize('NFKC').replace(/[’٬]/g, "'").replace(/٫/g, ',').replace(/[−–]/g, '-').trim();
  const [, sign = '', digits = ''] = /^([+-]?)\s*(.*)$/s.exec(folded) ?? [];
  const minus = sign === '-' ? '-' : '';
  const [, whole, part] = ONE_GROUP.exec(digits) ?? [];
  if (whole !== undefined && part !== undefined)
    return { either: [`${minus}${whole}${part}`, numberText(Number(`${minus}${whole}.${part}`))] };
  const plain = groupless(digits);
  return plain === undefined ? undefined : { value: Number(`${minus}${plain}`) + 0 };
}

/** Returns the digits as JavaScript writes them. */
function groupless(digits: string): string | undefined {
  const grouped = GROUPED.exec(digits);
  if (grouped) {
    const [, , group = '', decimal, fraction] = grouped;
    if (group === decimal) return undefined;
    const whole = decimal === undefined ? digits : digits.slice(0, digits.lastIndexOf(decimal));
    return `${whole.replaceAll(group, '')}.${fraction ?? '0'}`;
  }
  const [, whole = '', fraction = '', exponent = ''] = PLAIN.exec(digits) ?? [];
  return whole + fraction === '' ? undefined : `${whole || '0'}.${fraction || '0'}${exponent}`;
}

/** Writes a number so that `readNumber` reads it as this one alone: `1.125` gets a further 0. */
export function numberText(value: number): string {
  const text = String(value);
  return ONE_GROUP.test(text.replace('-', '')) ? `${text}0` : text;
}
