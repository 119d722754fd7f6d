import { createScanner } from 'jsonc-parser';
import type { Json, JsonObject } from './json';
import type { Problem } from './problem';
import { positionAt } from './textPosition';

/** Most levels of objects and arrays in a file, its own object included. */
export const MAX_DEPTH = 32;

export function isDeeper(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  // A plain loop for speed: this runs on every value of a file.
  for (const key of Object.keys(value)) if (isDeeper((value as JsonObject)[key] ?? null, levels - 1)) return true;
  return false;
}

/** Returns a problem at the first bracket that is one level too deep; undefined if there is none. */
export function depthProblem(text: string): Problem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const token = text.charAt(scanner.getTokenOffset());
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) {
      const message = `Values are nested deeper than ${MAX_DEPTH} levels.`;
      return { code: 'too-deep', message, ...positionAt(text, scanner.getTokenOffset()) };
    }
  }
  return undefined;
}
