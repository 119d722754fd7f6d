import { checkInKind } from './checkIn';
import { confirmationKind } from './confirmation';
import type { Kind } from './kind';
import { goalKind } from './goal';
import { keyResultKind } from './keyResult';
import { linkKind } from './link';
import { personKind } from './person';
import { signatureKind } from './signature';

/** Every kind of record there is; a new kind is one file beside this one and one line here. */
export const KINDS: readonly Kind[] = [
  goalKind,
  keyResultKind,
  checkInKind,
  confirmationKind,
  signatureKind,
  personKind,
  linkKind,
];

/** The kind of the records with that letter; where several share it, the general one. */
export function kindOfLetter(letter: string): Kind | undefined {
  return KINDS.find((kind) => kind.letter === letter && kind.where === undefined);
}

/** The kinds whose forms and verbs are made from their declaration. */
export function formKinds(): readonly Kind[] {
  return KINDS.filter(({ ownVerbs }) => ownVerbs !== true);
}

export function kindNamed(name: string): Kind | undefined {
  return formKinds().find((kind) => kind.name === name);
}
