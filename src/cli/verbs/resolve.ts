import path from 'node:path';
import type { CopyOutcome } from '../../app/healing';
import { conflictCopies, joinConflictCopy } from '../../app/healing';
import { healedFiles, mergedFiles } from '../../app/mergedFiles';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import type { Healing, HealingChoice } from '../place/healFile';
import { healFile, staged } from '../place/healFile';
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
  --copies   join the conflict copies of sync programs, and remove them: files beside it that hold goals, whatever their names
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
  const choice = { yes: values.yes === true, stage: values.stage === true };
  const place = await openVerbPlace(context);
  const healing = await healAll(place, choice);
  const found = await lookAtCopies(place, { ...choice, join: values.copies === true });
  const copies = found.filter(({ outcome }) => outcome !== 'joined').map(({ copy }) => copy);
  const disagreements = await listDisagreements(place);
  if (values.json) context.terminal.printJson({ ...healing, copies, disagreements });
  else report(healing, found, disagreements, context);
  return healing.state === 'offered' || healing.state === 'stuck' || copies.length > 0 ? 1 : 0;
}

/** States from the best to the worst: of two files, the worse state counts. */
const STATES: readonly Healing['state'][] = ['healthy', 'unstaged', 'healed', 'offered', 'stuck'];

async function healAll(place: VerbPlace, choice: HealingChoice): Promise<Healing> {
  const healings: Healing[] = [];
  for (const file of healedFiles(place)) healings.push(await healFile(file, choice));
  return {
    state: STATES.findLast((state) => healings.some((each) => each.state === state)) ?? 'healthy',
    text: healings.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
  };
}

interface FoundCopy {
  readonly copy: string;
  /** Name of the file that it is a copy of. */
  readonly file: string;
  readonly outcome: CopyOutcome | 'left';
  /** True if its file was staged after it was joined. */
  readonly staged: boolean;
}

/** Finds the conflict copies, and joins them if `join` is set. */
async function lookAtCopies(
  place: VerbPlace,
  { join, stage }: HealingChoice & { readonly join: boolean },
): Promise<FoundCopy[]> {
  const found: FoundCopy[] = [];
  for (const file of mergedFiles(place)) {
    for (const copy of await conflictCopies(file)) {
      const outcome = join ? await joinConflictCopy(file, copy) : 'left';
      if (outcome === 'changed')
        throw new Failure(`${path.basename(file.path)} has changed meanwhile; please try again.`);
      const { repository } = file;
      const isStaged = outcome === 'joined' && stage && repository !== undefined;
      if (isStaged) await staged({ ...file, repository }, true);
      const names = { copy: shownPath(copy, place.root), file: shownPath(file.path, place.root) };
      found.push({ ...names, outcome, staged: isStaged });
    }
  }
  return found;
}

function report(
  healing: Healing,
  copies: readonly FoundCopy[],
  disagreements: readonly ListedDisagreement[],
  { terminal }: Context,
): void {
  for (const line of healing.text.split('\n')) if (line !== '') terminal.print(oneLine(line, 1000));
  for (const each of copies) terminal.print(copyLine(each));
  for (const each of disagreements) terminal.print(disagreementLine(each));
  if (healing.text === '' && copies.length === 0 && disagreements.length === 0) terminal.print('Nothing to resolve.');
}

function copyLine({ copy, file, outcome, staged: isStaged }: FoundCopy): string {
  const name = oneLine(copy, 200);
  switch (outcome) {
    case 'joined':
      return `${file} now holds what the conflict copy ${name} had; the copy is removed${isStaged ? `, and ${file} is staged` : ''}.`;
    case 'unreadable':
      return `The conflict copy ${name} cannot be read, so it was left as it is. Mend or remove it by hand.`;
    case 'no-file':
      return `The conflict copy ${name} was left as it is: ${file} cannot be read or changed. microgoals check says why.`;
    case 'changed':
    case 'left':
      return `${name} is a conflict copy of ${file}; --copies joins and removes it.`;
  }
}
