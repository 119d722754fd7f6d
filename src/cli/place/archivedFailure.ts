import { documentIn } from '../../core/document/fileReading';
import type { Json } from '../../core/document/json';
import { textMember } from '../../core/document/json';
import { RECORD_ID } from '../../core/document/recordId';
import { oneLine } from '../../core/text/safeText';
import type { NotFound } from '../terminal/failure';
import { Failure } from '../terminal/failure';
import type { Context } from '../terminal/verb';
import { idsNamed } from './findGoal';
import { openVerbPlace } from './verbPlace';

/** Returns the failure that says where to find what a word names if only the archive has it; undefined if it has not. */
export async function archivedFailure({ wanted }: NotFound, context: Context): Promise<Failure | undefined> {
  const { archive } = await openVerbPlace(context, { readOnly: true });
  const document = documentIn(await archive.read());
  if (!document) return undefined;
  const records = [...document.records].filter(([id]) => RECORD_ID.test(id));
  const names = new Map(records.map(([id, record]) => [id, { title: titleOf(record) }]));
  const letters = new Set(records.map(([id]) => id.charAt(0)));
  const [id, more] = [...letters].flatMap((letter) => idsNamed(wanted, names, letter));
  if (id === undefined || more !== undefined) return undefined;
  const title = oneLine(names.get(id)?.title ?? id, 40);
  const goal = textMember(document.records.get(id), 'goal') ?? id;
  return new Failure(`"${title}" is archived; microgoals archive --restore ${goal} brings it back.`);
}

function titleOf(record: Json): string {
  return textMember(record, 'title') ?? textMember(record, 'note') ?? '';
}
