import path from 'node:path';
import { conflictCopies, joinConflictCopy } from '../../app/healing';
import { healedFiles, mergedFiles } from '../../app/mergedFiles';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import type { Healing } from '../place/healFile';
import { healFile } from '../place/healFile';
import type { ListedDisagreement } from '../place/listDisagreements';
import { disagreementLine, listDisagreements } from '../place/listDisagreements';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { Failure } from '../terminal/failure';
import { shownPath } from '../texts/describeUnreadable';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const resolveVerb: Verb = {
  usage: 'resolve [--yes] [--stage] [--copies] [--json]',
  help: `Heals the shared file and the archive after a merge, rebase, cherry-pick, revert or stash pop that left one unmerged or with
markers, also when those were staged or committed by mistake. Then lists what two people changed at the same time, with both values.

  --yes      also where a file was changed since: those changes are joined, too
  --stage    git add it then; without it nothing is staged
  --copies   join the conflict copies of sync programs, and remove them
  --json     {state, text, copies, disagreements: [{goal, title, path, stands, lost}]}
Exit code 1 if something is left to do.`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    yes: { type: 'boolean', short: 'y' },
    stage: { type: 'boolean' },
    copies: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  noWords(positionals);
  const place = await openVerbPlace(context);
  const healing = await healAll(place, { yes: values.yes === true, stage: values.stage === true });
  const left = await copiesLeft(place, values.copies === true);
  const disagreements = await listDisagreements(place);
  if (values.json) context.terminal.printJson({ ...healing, copies: left, disagreements });
  else report(healing, left, disagreements, context);
  return healing.state === 'offered' || healing.state === 'stuck' || left.length > 0 ? 1 : 0;
}

/** States from the best to the worst: of two files, the worse state counts. */
const STATES: readonly Healing['state'][] = ['healthy', 'unstaged', 'healed', 'offered', 'stuck'];

async function healAll(place: VerbPlace, { yes, stage }: { yes: boolean; stage: boolean }): Promise<Healing> {
  const healings: Healing[] = [];
  for (const file of healedFiles(place)) {
    const healing = await healFile(file, yes);
    const isMerged = healing.state === 'healed' || healing.state === 'unstaged';
    if (isMerged && stage) await file.repository.git('add', '--', file.path);
    healings.push(healing);
  }
  return {
    state: STATES.findLast((state) => healings.some((each) => each.state === state)) ?? 'healthy',
    text: healings.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
  };
}

/** Joins the conflict copies if `join` is set. @returns those that remain. */
async function copiesLeft(place: VerbPlace, join: boolean): Promise<string[]> {
  const left: string[] = [];
  for (const file of mergedFiles(place)) {
    for (const copy of await conflictCopies(file)) {
      const outcome = join ? await joinConflictCopy(file, copy) : 'unreadable';
      if (outcome === 'changed')
        throw new Failure(`${path.basename(file.path)} has changed meanwhile; please try again.`);
      if (outcome === 'unreadable') left.push(shownPath(copy, place.root));
    }
  }
  return left;
}

function report(
  healing: Healing,
  left: readonly string[],
  disagreements: readonly ListedDisagreement[],
  { terminal }: Context,
): void {
  for (const line of healing.text.split('\n')) if (line !== '') terminal.print(oneLine(line, 1000));
  for (const copy of left) terminal.print(`${oneLine(copy, 200)} is a conflict copy; --copies joins and removes it.`);
  for (const each of disagreements) terminal.print(disagreementLine(each));
  if (healing.text === '' && left.length === 0 && disagreements.length === 0) terminal.print('Nothing to resolve.');
}
