import type { FileReading } from '../../core/document/fileReading';
import type { GoalDocument } from '../../core/document/goalDocument';
import { emptyDocument } from '../../core/document/goalDocument';
import type { GoalFile } from '../../core/space/goalSources';
import type { ArchiveFiles, ArchivePlan } from '../../core/goals/archiveGoals';
import { ARCHIVE_AFTER_DAYS, planArchive, planRestore } from '../../core/goals/archiveGoals';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import { describeUnreadable, shownPath } from '../texts/describeUnreadable';
import { Failure, UsageError } from '../terminal/failure';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { findNode, readSnapshot } from '../place/readSnapshot';
import type { Terminal } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const archiveVerb: Verb = {
  usage: 'archive [--older-than 90d] [--yes] | archive --restore ID…',
  help: `Moves goals of the team that were closed long ago to .microgoals/archive.json, each only together with all that stands
above and below it; commit both files. What other branches edited meanwhile comes back by itself. "show" and "check" read the
archive, too; "list --archived" lists it.

  --older-than DAYS   closed at least so many days ago; 90d unless said otherwise
  --yes               do it; without this the goals are only listed
  --restore           bring goals back, each with what stands above and below it`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    'older-than': { type: 'string' },
    yes: { type: 'boolean', short: 'y' },
    restore: { type: 'boolean' },
  });
  const days = readDays(values['older-than']);
  if (!values.restore) noWords(positionals);
  if (values.restore && positionals.length === 0) throw new UsageError('Say which one: ID is missing.');
  const place = await openVerbPlace(context);
  const all = await readSnapshot(place, { archived: true });
  const files = await readFiles(place);
  if (values.restore) {
    const ids = positionals.map((word) => findNode(word, all, place).goal.id);
    const plan = planRestore(files, ids);
    if (plan.steps.length === 0) throw new Failure('No such goal is in the archive.');
    await carryOut(plan, place, all, context.terminal);
    return 0;
  }
  const plan = planArchive(await readSnapshot(place, { commits: true }), files, days);
  if (values.yes) await carryOut(plan, place, all, context.terminal);
  else preview(plan, all, context.terminal);
  if (plan.steps.length === 0) context.terminal.print(`Nothing was closed ${days} days ago or earlier.`);
  return 0;
}

function readDays(text: string | undefined): number {
  if (text === undefined) return ARCHIVE_AFTER_DAYS;
  const [, digits] = /^(\d{1,5})d?$/.exec(text) ?? [];
  if (digits === undefined)
    throw new UsageError(`--older-than must be a number of days, such as 90d; it is "${text}".`);
  return Number(digits);
}

async function readFiles({ shared, archive, root }: VerbPlace): Promise<ArchiveFiles> {
  const read = async (file: GoalFile): Promise<GoalDocument> => documentOf(await file.read(), file.path, root);
  return { goals: await read(shared), archive: await read(archive) };
}

function documentOf(reading: FileReading, path: string, root: string): GoalDocument {
  if (reading.state === 'absent') return emptyDocument();
  if (reading.state === 'ok') return reading.document;
  throw new Failure(describeUnreadable(path, reading.problems[0], root));
}

async function carryOut(plan: ArchivePlan, place: VerbPlace, snapshot: Snapshot, terminal: Terminal): Promise<void> {
  for (const { file, changes } of plan.steps) {
    await (file === 'archive' ? place.archive : place.shared).save(changes);
  }
  for (const line of linesOf(plan, snapshot, 'archived', 'restored')) terminal.print(line);
  if (plan.archived.length > 0) {
    const [goals, archive] = [place.shared, place.archive].map(({ path }) => shownPath(path, place.root));
    terminal.print(`Commit ${goals ?? ''} and ${archive ?? ''} together.`);
  }
}

function preview(plan: ArchivePlan, snapshot: Snapshot, terminal: Terminal): void {
  for (const line of linesOf(plan, snapshot, 'to archive', 'to restore')) terminal.print(line);
  if (plan.steps.length > 0) terminal.print('Nothing was changed; --yes does it.');
}

function linesOf({ archived, restored }: ArchivePlan, { goals }: Snapshot, going: string, coming: string): string[] {
  const line = (id: string, word: string): string => `${id} ${word}: ${oneLine(goals.get(id)?.goal.title ?? id, 1000)}`;
  // A goal that is deleted in the shared file leaves the archive without a line: nobody sees it anywhere.
  const back = restored.filter((id) => goals.has(id));
  return [...archived.map((id) => line(id, going)), ...back.map((id) => line(id, coming))];
}
