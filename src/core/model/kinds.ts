import type { Json } from '../document/json';
import { isObject, member } from '../document/json';
import { kindLetter } from '../document/recordId';
import type { Kind } from './kind';
import { relationKind } from './relation';
import { amendmentKind } from './amendment';
import { assessmentKind } from './assessment';
import { blockerKind } from './blocker';
import { charterKind } from './charter';
import { checkInKind } from './checkIn';
import { commitmentKind } from './commitment';
import { confirmationKind } from './confirmation';
import { cycleKind } from './cycle';
import { feedbackKind } from './feedback';
import type { GoalKind } from './goal';
import { goalKind } from './goal';
import { keyResultKind } from './keyResult';
import { kpiKind } from './kpi';
import { kudosKind } from './kudos';
import { linkKind } from './link';
import { meetingKind } from './meeting';
import { milestoneKind } from './milestone';
import { objectiveKind } from './objective';
import { pactKind } from './pact';
import { personKind } from './person';
import { readingKind } from './reading';
import { resourceKind } from './resource';
import { reviewKind } from './review';
import { signatureKind } from './signature';
import { supportKind } from './support';
import { templateKind } from './template';
import { termsKind } from './terms';

/** Every kind of record there is; a new kind is one file beside this one and one line here. */
export const KINDS: readonly Kind[] = [
  goalKind,
  keyResultKind,
  objectiveKind,
  pactKind,
  commitmentKind,
  signatureKind,
  supportKind,
  kpiKind,
  readingKind,
  milestoneKind,
  resourceKind,
  amendmentKind,
  checkInKind,
  blockerKind,
  meetingKind,
  reviewKind,
  feedbackKind,
  kudosKind,
  assessmentKind,
  relationKind,
  confirmationKind,
  cycleKind,
  charterKind,
  templateKind,
  personKind,
  linkKind,
  termsKind,
];

/** Returns the kind of a record: among those that share its letter, the one whose `where` it has, else the general one. */
export function kindOfRecord(id: string, record: Json): Kind | undefined {
  const letter = kindLetter(id);
  const sharing = KINDS.filter((kind) => kind.letter === letter);
  return sharing.find((kind) => kind.where !== undefined && isOfKind(kind, record)) ?? sharing.find(isGeneral);
}

/** Tells whether a record with the letter of that kind belongs to it. */
export function isOfKind({ where = {} }: Kind, record: Json): boolean {
  return isObject(record) && Object.entries(where).every(([field, value]) => member(record, field) === value);
}

function isGeneral({ where }: Kind): boolean {
  return where === undefined;
}

/** Returns the kinds whose forms and verbs are made from their declaration. */
export function formKinds(): readonly Kind[] {
  return KINDS.filter(({ ownVerbs }) => ownVerbs !== true);
}

export function kindNamed(name: string): Kind | undefined {
  return formKinds().find((kind) => kind.name === name);
}

/** Returns the declaration for goals of that kind: the general kind if there is no special one. */
export function kindOfGoal(kind: GoalKind): Kind {
  return KINDS.find(({ where }) => where?.['kind'] === kind) ?? goalKind;
}
