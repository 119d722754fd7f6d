type Method = (this: unknown, ...args: unknown[]) => unknown;

/** How far a call went: given what it was called on, its arguments and what it gave. */
type Distance = (self: unknown, args: readonly unknown[], result: unknown) => number;

const keysOf = Object.keys;

function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? keysOf(value).length : 0;
}

const itself: Distance = (self, _args, result) => Math.max(sizeOf(self), sizeOf(result));
const given: Distance = (_self, [first], result) => Math.max(sizeOf(first), sizeOf(result));
const made: Distance = (_self, _args, result) => sizeOf(result);

/** A search goes as far as to what it finds. */
const search: Distance = (self, [, from], result) => {
  const start = typeof from === 'number' ? from : 0;
  return (typeof result === 'number' && result >= 0 ? result : sizeOf(self)) - start;
};

/** Whether something is in it is found out by a search. */
const membership: Distance = (self, [wanted]) => {
  const place = typeof self === 'string' ? self.indexOf(String(wanted)) : (self as unknown[]).indexOf(wanted);
  return place === -1 ? sizeOf(self) : place;
};

/** Built-ins that walk, beside those that call a function of ours at each step, which count themselves. */
const WALKING: readonly (readonly [owner: object, name: string, distance: Distance, methods: readonly string[]])[] = [
  [
    Array.prototype,
    'Array',
    itself,
    ['concat', 'splice', 'join', 'toReversed', 'toSpliced', 'reverse', 'shift', 'unshift', 'flat'],
  ],
  [Array.prototype, 'Array', made, ['slice']],
  [Array.prototype, 'Array', search, ['indexOf']],
  [Array.prototype, 'Array', membership, ['includes']],
  [String.prototype, 'String', search, ['indexOf']],
  [String.prototype, 'String', membership, ['includes']],
  [String.prototype, 'String', itself, ['split', 'replaceAll', 'toLowerCase', 'normalize', 'match', 'matchAll']],
  [Object, 'Object', given, ['keys', 'values', 'entries', 'fromEntries', 'assign']],
  [JSON, 'JSON', given, ['stringify', 'parse']],
];

/** Counts how far built-ins walk while something is done. @returns the steps by their names */
export function countWalks(work: () => void): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  const restore: (() => void)[] = [];
  let isMeasuring = false;
  const replace = (owner: object, name: string, method: string, distance: Distance): void => {
    const before = Object.getOwnPropertyDescriptor(owner, method);
    const original = before?.value as Method;
    const value: Method = function (this: unknown, ...args) {
      const result = Reflect.apply(original, this, args);
      if (isMeasuring) return result;
      isMeasuring = true;
      const key = `${name}.${method}`;
      steps.set(key, (steps.get(key) ?? 0) + 1 + distance(this, args, result));
      isMeasuring = false;
      return result;
    };
    Object.defineProperty(owner, method, { ...before, value });
    restore.push(() => Object.defineProperty(owner, method, before ?? {}));
  };
  for (const [owner, name, distance, methods] of WALKING)
    for (const method of methods) replace(owner, name, method, distance);
  for (const each of [[], new Set(), new Map()]) restore.push(countIteration(steps, each));
  try {
    work();
  } finally {
    for (const each of restore.reverse()) each();
  }
  return steps;
}

/** Counts what is taken out of a collection one by one: by loops, and by whatever spreads or gathers it. */
function countIteration(steps: Map<string, number>, of: Iterable<unknown>): () => unknown {
  const iterator = Object.getPrototypeOf(of[Symbol.iterator]()) as object;
  const before = Object.getOwnPropertyDescriptor(iterator, 'next') ?? {};
  const next = before.value as Method;
  const key = `${of.constructor.name}[next]`;
  const value: Method = function (this: unknown) {
    steps.set(key, (steps.get(key) ?? 0) + 1);
    return Reflect.apply(next, this, []);
  };
  Object.defineProperty(iterator, 'next', { ...before, value });
  return () => Object.defineProperty(iterator, 'next', before);
}
