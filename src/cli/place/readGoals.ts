import { aliasesOf } from '../../app/placeFacts';
import { documentIn } from '../../core/document/fileReading';
import type { GoalDocument } from '../../core/document/goalDocument';
import type { JsonObject } from '../../core/document/json';
import { isObject, member, textMember } from '../../core/document/json';
import { kindLetter } from '../../core/document/recordId';
import { isClosedStatus } from '../../core/snapshot/goalStanding';
import type { Aliases } from '../../core/model/onePerson';
import type { GoalFile } from '../../core/space/goalSources';
import type { Scope } from '../../core/snapshot/snapshot';
import { describeUnreadable } from '../texts/describeUnreadable';
import type { VerbPlace } from './verbPlace';

/** Goal as it is in its file, read without the rules: enough to find it and to change it. */
export interface StoredGoal {
  readonly id: string;
  readonly title: string;
  readonly isClosed: boolean;
  readonly record: JsonObject;
  readonly scope: Scope;
  readonly file: GoalFile;
  readonly document: GoalDocument;
}

export interface StoredGoals {
  /** Goals by id, without deleted ones. */
  readonly goals: ReadonlyMap<string, StoredGoal>;
  /** Sentences, one for each file that cannot be read. */
  readonly unreadable: readonly string[];
}

/** Returns the further addresses of the people that goals name, and of the person at the keyboard. */
export function aliasesIn(goals: readonly StoredGoal[], place: VerbPlace): Promise<Aliases> {
  return aliasesOf(
    goals.map(({ record }) => JSON.stringify(record)),
    place,
  );
}

export async function readGoals({ files, root }: Pick<VerbPlace, 'files' | 'root'>): Promise<StoredGoals> {
  const readings = await Promise.all(files.map(async (entry) => ({ ...entry, reading: await entry.file.read() })));
  const goals = new Map<string, StoredGoal>();
  const unreadable: string[] = [];
  for (const { scope, file, reading } of readings) {
    if (reading.state === 'broken') unreadable.push(describeUnreadable(file.path, reading.problems[0], root));
    const document = documentIn(reading);
    if (!document) continue;
    for (const [id, record] of document.records) {
      // The shared file comes first: the personal copy of a goal that was just shared is outdated.
      if (kindLetter(id) !== 'g' || !isObject(record) || goals.has(id) || member(record, 'deleted') === true) continue;
      const [title, isClosed] = [textMember(record, 'title') ?? id, isClosedStatus(member(record, 'status'))];
      goals.set(id, { id, title, isClosed, record, scope, file, document });
    }
  }
  return { goals, unreadable };
}
