import { rm } from 'node:fs/promises';
import path from 'node:path';
import { oneLine } from '../../core/text/safeText';
import { microgoalsFolder } from '../../git/gitFolder';
import { findConflictCopies } from '../../store/conflictCopies';
import { createGoalFile } from '../../store/goalFileStore';
import { noWords, parseArguments } from '../arguments';
import type { Healing } from '../healFile';
import { healFile, joinConflictCopy } from '../healFile';
import type { ListedDisagreement } from '../listDisagreements';
import { disagreementLine, listDisagreements } from '../listDisagreements';
import type { Place } from '../openPlace';
import { openPlace } from '../openPlace';
import { shownPath } from '../shownPath';
import type { Context, ExitCode, Verb } from '../verb';

export const resolveVerb: Verb = {
  usage: 'resolve [--yes] [--stage] [--copies] [--json]',
  help: `Heals the shared file after a merge, rebase, cherry-pick, revert or stash pop that left it unmerged or with markers, also
when those were staged or committed by mistake. Then lists what two people changed at the same time, with both values.

  --yes      also where the file was changed since: those changes are joined, too
  --stage    git add the file then; without it nothing is staged
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
  const place = await openPlace(context);
  const healing: Healing = place.repository
    ? await healFile(place.repository, place.aside?.own ?? place.shared, values.yes === true)
    : { state: 'healthy', text: '' };
  const isMerged = healing.state === 'healed' || healing.state === 'unstaged';
  if (isMerged && values.stage) await place.repository?.git('add', '--', place.shared.path);
  const left = await copiesLeft(place, values.copies === true);
  const disagreements = await listDisagreements(place);
  if (values.json) context.terminal.print(JSON.stringify({ ...healing, copies: left, disagreements }, null, 2));
  else report(healing, left, disagreements, context);
  return healing.state === 'offered' || healing.state === 'stuck' || left.length > 0 ? 1 : 0;
}

/** Joins the copies if that is wanted. @returns those that remain. */
async function copiesLeft(place: Place, join: boolean): Promise<string[]> {
  const left: string[] = [];
  const { root, repository } = place;
  // What is set aside stays aside.
  const shared = place.aside?.own ?? place.shared;
  const lockFolder = repository ? microgoalsFolder(repository.gitDir) : path.dirname(shared.path);
  for (const copy of await findConflictCopies(shared.path)) {
    // Only read, so that it needs neither clock nor log.
    const file = createGoalFile({ path: copy, root, lockFolder, stamper: { next: () => '' }, log: NO_LOG });
    if (join && (await joinConflictCopy(shared, file, { root, lockFolder }))) await rm(copy);
    else left.push(shownPath(copy, root));
  }
  return left;
}

const NO_LOG = { info: () => undefined, error: () => undefined };

function report(
  healing: Healing,
  left: readonly string[],
  disagreements: readonly ListedDisagreement[],
  { terminal }: Context,
): void {
  if (healing.text !== '') terminal.print(oneLine(healing.text, 1000));
  for (const copy of left) terminal.print(`${oneLine(copy, 200)} is a conflict copy; --copies joins and removes it.`);
  for (const each of disagreements) terminal.print(disagreementLine(each));
  if (healing.text === '' && left.length === 0 && disagreements.length === 0) terminal.print('Nothing to resolve.');
}
