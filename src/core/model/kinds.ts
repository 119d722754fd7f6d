import type { Kind } from './kind';
import { goalKind } from './goal';
import { linkKind } from './link';
import { personKind } from './person';

/** Every kind of record there is; a new kind is one file beside this one and one line here. */
export const KINDS: readonly Kind[] = [goalKind, personKind, linkKind];

export function kindOfLetter(letter: string): Kind | undefined {
  return KINDS.find((kind) => kind.letter === letter);
}
