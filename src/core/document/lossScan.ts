import { visit } from 'jsonc-parser';
import type { Problem } from './problem';

/** Finds what JSON.parse would silently drop or alter: repeated keys, numbers a double cannot hold. Slow; the text must be JSON. */
export function findLosses(text: string): Problem[] {
  const problems: Problem[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, _offset, _length, line, column) => {
      const keys = open.at(-1);
      if (keys?.has(key)) {
        problems.push({
          code: 'duplicate-key',
          message: `The key ${JSON.stringify(key.slice(0, 40))} stands twice.`,
          line: line + 1,
          column: column + 1,
        });
      }
      keys?.add(key);
    },
    onLiteralValue: (value: unknown, offset, length, line, column) => {
      const literal = text.slice(offset, offset + length);
      if (typeof value === 'number' && !isExact(literal, value)) {
        const message = `The number ${literal.slice(0, 40)} cannot be kept exactly.`;
        problems.push({ code: 'lossy-number', message, line: line + 1, column: column + 1 });
      }
    },
  });
  return problems;
}

function isExact(literal: string, value: number): boolean {
  return Number.isFinite(value) && decimal(literal) === decimal(Object.is(value, -0) ? '0' : String(value));
}

/** Returns sign, significant digits and exponent, so that `1.50`, `15e-1` and `1.5` compare as equal. */
function decimal(literal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal);
  if (!match) return literal;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = withoutZerosBehind(digits);
  if (significant === '') return `${sign}0`;
  return `${sign}${significant}e${Number(exponent) - fraction.length + (digits.length - significant.length)}`;
}

/** Removes trailing zeros. A loop, because a pattern for the last zeros would start anew at each of a million zeros. */
function withoutZerosBehind(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}
