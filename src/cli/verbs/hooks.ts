import { installationStatus, planInstallation, planRemoval } from '../../git/hooks/installation';
import { readDriverBundle } from '../../git/hooks/driverInstaller';
import type { FileChange, HookPlan, HooksOff, ManualStep } from '../../git/hooks/hookPlan';
import { applyPlan, FolderRefusedError, PlanOutdatedError } from '../../git/hooks/hookPlan';
import type { Repository } from '../../git/run/repository';
import { oneWord, parseArguments } from '../terminal/arguments';
import { Failure, UsageError } from '../terminal/failure';
import { openVerbPlace } from '../place/verbPlace';
import { requireRepository } from '../place/requireRepository';
import { shownPath } from '../texts/describeUnreadable';
import type { Terminal } from '../terminal/terminal';
import { paint, say, mayGoOn } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

const MARKS = { ok: paint('green', 'ok'), warn: paint('yellow', '! '), off: '- ' };

/** Size up to which a text is shown in full; only --dry-run shows longer texts, and programs. */
const SHOWN_LINES = 20;
const SHOWN_COLUMNS = 400;

export const hooksVerb: Verb = {
  usage: 'hooks install|uninstall|status [--auto-stash] [--yes] [--dry-run]',
  help: `install    a commit-msg hook that names the active goal in each commit (Goal: g-4kq7w2m9xd); it never fails a commit.
           And a merge driver, so that git merges the shared file without conflicts
uninstall  removes both and leaves every file as it was before
status     says whether they work; exit code 1 if not. Hooks that core.hooksPath switches off are said to be so, and install leaves it
           at that

The first two show what they will change and ask.
  --auto-stash   install: also set rebase.autoStash and merge.autoStash for this clone, so that an uncommitted tick
                 never keeps git from a rebase or merge; uninstall takes that back
  --yes, -y      do not ask
  --dry-run, -n  show everything, change nothing`,
  run,
};

const REMOVED = 'The hook and the merge driver are gone.';

interface Choice {
  readonly yes: boolean;
  readonly dryRun: boolean;
}

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    yes: { type: 'boolean', short: 'y' },
    'dry-run': { type: 'boolean', short: 'n' },
    'auto-stash': { type: 'boolean' },
  });
  const what = oneWord(positionals, 'install, uninstall or status');
  const choice = { yes: values.yes === true, dryRun: values['dry-run'] === true };
  if (what !== 'install' && what !== 'uninstall' && what !== 'status') {
    throw new UsageError(`"${what}" is none of install, uninstall and status.`);
  }
  const repository = requireRepository(await openVerbPlace(context));
  if (what === 'status') return printStatus(repository, context);
  const plan = await (
    what === 'install' ? planned(repository, context.program, values['auto-stash'] === true) : planRemoval(repository)
  ).catch(refused);
  const isMade = await carryOut(plan, repository, choice, context.terminal);
  if (plan.manual) printManual(plan.manual, what, context.terminal);
  if (plan.off) printOff(plan.off, context.terminal);
  if (isMade && !plan.manual) context.terminal.print(what === 'install' ? installedLine(plan) : REMOVED);
  return what === 'install' && plan.manual?.done === false ? 1 : 0;
}

async function planned(repository: Repository, program: string, autoStash: boolean): Promise<HookPlan> {
  const bundle = await readDriverBundle(program);
  return planInstallation(repository, { bundle, runtime: process.execPath, autoStash });
}

function installedLine({ off }: HookPlan): string {
  return off ? 'The merge driver is installed.' : 'The hook and the merge driver are installed.';
}

function refused(error: unknown): never {
  throw error instanceof FolderRefusedError ? new Failure(error.message) : error;
}

/** Shows the plan and makes its changes once they are confirmed; returns whether it made any. */
async function carryOut(plan: HookPlan, { root }: Repository, choice: Choice, terminal: Terminal): Promise<boolean> {
  if (plan.changes.length === 0) {
    if (!plan.manual && !plan.off) terminal.print('There is nothing to change.');
    return false;
  }
  for (const change of plan.changes) printChange(change, root, choice.dryRun, terminal);
  if (choice.dryRun) return false;
  if (!choice.yes && !(await mayGoOn('Make these changes?', terminal))) throw new Failure('Nothing was changed.');
  try {
    await applyPlan(plan);
  } catch (error) {
    if (error instanceof PlanOutdatedError) throw new Failure(error.message);
    throw new Failure(`The change failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  return true;
}

function printChange(change: FileChange, root: string, full: boolean, terminal: Terminal): void {
  const { print } = terminal;
  const name = paint('bold', shownPath(change.path, root));
  switch (change.type) {
    case 'rename':
      print(say`Rename ${name} to ${shownPath(change.to, root)}`);
      break;
    case 'remove':
      print(say`Remove ${name}`);
      break;
    case 'write': {
      print(say`${change.before === undefined ? 'New file' : 'Change'} ${name}`);
      printLines(change.before ?? '', change.after, full, terminal);
    }
  }
}

/** Prints a change as one block of lines, without the lines that both texts begin and end with. */
function printLines(before: string, after: string, full: boolean, { print }: Terminal): void {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < least - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const removed = before === '' ? [] : old.slice(start, old.length - end);
  const added = now.slice(start, now.length - end);
  const lines = [...removed, ...added];
  const isShort = lines.length <= SHOWN_LINES && lines.every((line) => line.length <= SHOWN_COLUMNS);
  if (full || isShort) {
    for (const line of removed) print(paint('red', `  - ${line}`));
    for (const line of added) print(paint('green', `  + ${line}`));
  } else print(paint('dim', `  ${lines.length} lines; --dry-run shows them.`));
}

function printManual({ owner, file, lines, done, alternative }: ManualStep, what: string, terminal: Terminal): void {
  const { print, printLines } = terminal;
  if (what === 'uninstall') {
    print(`Hooks here belong to ${owner}. Take this out of ${file}:`);
    printLines(indent(lines));
    return;
  }
  if (done) {
    print(`Hooks here belong to ${owner}; the line for microgoals is there.`);
    return;
  }
  print(`Hooks here belong to ${owner}, whose files are yours to change. Add to ${file}:`);
  printLines(indent(lines));
  if (alternative.length === 0) return;
  print('Or let git call it beside them:');
  printLines(indent(alternative.join('\n')));
}

function printOff({ text, fix }: HooksOff, { print }: Terminal): void {
  print(fix === '' ? text : `${text} ${fix}`);
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '  ');
}

async function printStatus(repository: Repository, { program, terminal }: Context): Promise<ExitCode> {
  const { print, printLines } = terminal;
  const { hook, driver, findings } = await installationStatus(repository, await readDriverBundle(program));
  for (const [index, { level, text, fix }] of findings.entries()) {
    print(say`${MARKS[level]}  ${text}`);
    // A fix for several findings in a row is printed once, below the last of them.
    if (fix && fix !== findings[index + 1]?.fix) printLines(fix.replaceAll(/^/gm, '    '));
  }
  print(hook ? 'Commits here name the active goal.' : 'Commits here do not name the active goal.');
  print(driver ? 'git merges the shared file with Micro Goals.' : 'git merges the shared file as text.');
  return hook && driver ? 0 : 1;
}
