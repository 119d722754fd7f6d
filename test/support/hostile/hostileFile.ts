import type { Json, JsonObject } from '../../../src/core/document/json';
import { KINDS } from '../../../src/core/model/kinds';
import type { Records } from './hostileDocuments';
import { HOSTILE, idOf, stampOf } from './hostileDocuments';
import type { SeededChoices } from '../merge/seededChoices';

/** Most bytes of a file. */
const MOST = 64 * 1024;

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  '0',
  '4294967294',
  '',
  ' ',
  'a/b',
  '~',
  '~1',
  '/',
  'edits',
  'created',
  'deleted',
  'records',
  'version',
  '\u202e',
  '\ud800',
  '"\\\n\u0000',
  '=======',
] as const;
const ODD_TEXTS = [
  '\u202e',
  '\u200d',
  ' ',
  '\n',
  '\\',
  '<<<<<<< ',
  '👩\u200d',
  '[a](',
  '**',
  '`',
  '- ',
  '@a ',
  '#a ',
  'https://a.b/',
  '/',
  '.',
  'ß',
  '\u0000',
  '1',
  '"',
  '$(',
  'e\u0301',
] as const;

/** The bytes of a file that likes depth, width, odd keys, long texts and circles; broken now and then. */
export function hostileFile(random: SeededChoices): Uint8Array {
  const text = mutated(JSON.stringify(documentOf(random), undefined, random.pick([0, 1, 2])), random);
  const bytes = new TextEncoder().encode(text);
  if (random.chance(0.03)) bytes[random.below(bytes.length)] = 0xff;
  return bytes.slice(0, MOST);
}

function documentOf(random: SeededChoices): JsonObject {
  const budget = 1 << (8 + random.below(8));
  const records: Record<string, Json> = {};
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    for (const [id, record] of Object.entries(part(random, budget))) {
      if (JSON.stringify(records).length > MOST) break;
      set(records, id, record);
    }
  }
  for (const [id, record] of Object.entries(records)) {
    if (random.chance(0.05)) set(records, id, odd(record, random));
  }
  const top: Record<string, Json> = { version: random.chance(0.97) ? 1 : 2, records: fitting(records) };
  if (random.chance(0.2)) set(top, random.pick(ODD_KEYS), anyValue(random, 200, 20));
  return top;
}

/** As many of the records as a file of that size holds. */
function fitting(records: Records): Records {
  let room = MOST - 1000;
  return Object.fromEntries(
    Object.entries(records).filter(([id, record]) => (room -= id.length + JSON.stringify(record).length + 8) > 0),
  );
}

/** One of the hostile documents, or records whose members are anything. */
function part(random: SeededChoices, budget: number): Records {
  if (random.chance(0.6)) return random.pick(Object.values(HOSTILE))(1 + random.below(1 + budget / 80));
  const count = 1 + random.below(8);
  const records = Array.from({ length: count }, () => {
    const kind = random.pick(KINDS);
    return [idOf(kind.letter, random.below(20)), anyRecord(Object.keys(kind.fields), random, budget / count)] as const;
  });
  return Object.fromEntries(records);
}

function anyRecord(fields: readonly string[], random: SeededChoices, budget: number): JsonObject {
  const record: Record<string, Json> = { title: anyText(random, budget / 4), created: stampOf(random.below(1e6)) };
  for (let left = random.below(12); left > 0; left -= 1) {
    const key = random.chance(0.7) ? random.pick(fields) : random.pick(ODD_KEYS);
    set(record, key, anyValue(random, budget / 8, random.below(30)));
  }
  if (random.chance(0.6)) set(record, 'edits', anyEdits(random, Math.min(400, budget / 40)));
  return record;
}

function anyEdits(random: SeededChoices, most: number): JsonObject {
  const entries = Array.from({ length: random.below(1 + most) }, (): [string, Json] => {
    const path = Array.from({ length: 1 + random.below(4) }, () => random.pick([...ODD_KEYS, 'title', 'tags', 'x']));
    return [path.join('/'), random.chance(0.8) ? stampOf(random.below(3e6)) : anyValue(random, 10, 3)];
  });
  return Object.fromEntries(entries);
}

function anyValue(random: SeededChoices, budget: number, depth: number): Json {
  if (depth <= 0 || random.chance(0.3)) return anyScalar(random, budget);
  const width = random.chance(0.5) ? 1 : 1 + random.below(Math.max(1, Math.min(300, budget / 4)));
  const parts = Array.from({ length: width }, (_, index): [string, Json] => {
    const key = random.chance(0.2)
      ? random.pick(ODD_KEYS)
      : random.pick(['b', 'a', `k${width - index}`, String(index)]);
    return [key, anyValue(random, budget / width, depth - 1)];
  });
  return random.chance(0.7) ? Object.fromEntries(parts) : parts.map(([, value]) => value);
}

function anyScalar(random: SeededChoices, budget: number): Json {
  switch (random.below(8)) {
    case 0:
      return true;
    case 1:
      return null;
    case 2:
      return random.pick([0, -1, 0.1, 1e300, 5, 1e-7]);
    case 3:
      return idOf(random.pick(['g', 'g', 'f', 'q', 's']), random.below(20));
    case 4:
      return stampOf(random.below(3e6));
    case 5:
      return random.pick(['open', 'done', 'pact', 'objective', '2026-11-18', 'ana@example.com']);
    default:
      return anyText(random, budget);
  }
}

function anyText(random: SeededChoices, most: number): string {
  return random.pick(ODD_TEXTS).repeat(random.below(Math.max(2, Math.min(30_000, most))));
}

/** The same with a member, an array or a text in its place. */
function odd(record: Json, random: SeededChoices): Json {
  return random.chance(0.8) && typeof record === 'object' && record !== null
    ? { ...(record as JsonObject), [random.pick(ODD_KEYS)]: anyValue(random, 100, 28) }
    : anyValue(random, 100, 10);
}

/** Defined, not assigned: `__proto__` is a key like any other. */
function set(object: Record<string, Json>, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

/** What no writer of JSON would write: keys that stand twice, numbers that are lost, markers, brackets without end. */
function mutated(text: string, random: SeededChoices): string {
  const at = random.below(text.length);
  const insert = (part: string): string => `${text.slice(0, at)}${part}${text.slice(at)}`;
  switch (random.below(24)) {
    case 0:
      return insert(`\n<<<<<<< a\n${text.slice(at, at + 500)}\n=======\n${text.slice(at, at + 300)}\n>>>>>>> b\n`);
    case 1:
      return text.slice(0, at);
    case 2:
      return insert(random.pick(['[', '{"a":', '"', ',', '\\', '<<<<<<<\n', '/*']).repeat(random.below(9000)));
    case 3:
      return text.replace('{', `{"records":{},"x":1${'0'.repeat(random.below(20_000))}.5e9,"x":1,`);
    case 4:
      return text.replaceAll('"b1":1', '"b1":1,"b1":2');
    case 5:
      return `\ufeff${text.replaceAll('\n', '\r\n')}`;
    case 6:
      return `<<<<<<< a\n${text}\n=======\n${text.replaceAll('Do', 'Done')}\n>>>>>>> b\n`;
    default:
      return text;
  }
}
