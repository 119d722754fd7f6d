import type { Kind } from './kind';
import { goalKind } from './goal';
import { personKind } from './person';

/** Every kind of record there is; a new kind is one file beside this one and one line here. */
export const KINDS: readonly Kind[] = [goalKind, personKind];

export function kindOfLetter(letter: string): Kind | undefined {
  return KINDS.find((kind) => kind.letter === letter);
}
