import fc from 'fast-check';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { Json, JsonObject } from '../../../src/core/document/json';
import { withoutMember } from '../../../src/core/document/json';

/** Keys and texts that break careless code: prototype members, integer-like ones, hidden characters, path syntax. */
const HOSTILE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '0',
  '10',
  '4294967294',
  '-1',
  '',
  ' ',
  'a/b',
  '~',
  '~0',
  'edits',
  'created',
  'records',
  'version',
  'İ',
  'ı',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\ud800',
  '"\\\n\t\u0000',
] as const;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 8 }),
);

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value + 0);

/** Object with own members only, of any name. */
function objectOf(value: fc.Arbitrary<Json>, maxLength = 4): fc.Arbitrary<JsonObject> {
  const entries = fc.array(fc.tuple(hostileText, value), { maxLength });
  return entries.map((pairs) => Object.fromEntries(pairs));
}

/** Any JSON value, nested up to `depth` levels. */
export function anyJson(depth: number): fc.Arbitrary<Json> {
  const scalar: fc.Arbitrary<Json> = fc.oneof(fc.constantFrom(null, true, false, {}, []), number, hostileText);
  if (depth === 0) return scalar;
  const inner = anyJson(depth - 1);
  return fc.oneof(scalar, fc.array(inner, { maxLength: 3 }), objectOf(inner, 3));
}

/** Documents with unknown content at six levels and more. */
export const anyDocument: fc.Arbitrary<GoalDocument> = fc
  .tuple(objectOf(anyJson(5)), fc.array(fc.tuple(hostileText, anyJson(6)), { maxLength: 4 }))
  .map(([members, records]) => {
    return { top: { ...withoutMember(members, 'records'), version: 1 }, records: new Map(records) };
  });
