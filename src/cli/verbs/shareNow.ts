import { planSharing } from '../../app/shareGoals';
import type { GoalBranchPlan } from '../../git/branches/goalBranch';
import { makeGoalBranch } from '../../git/branches/goalBranch';
import { noWords, parseArguments } from '../terminal/arguments';
import { describeUnreadable } from '../texts/describeUnreadable';
import { Failure, UsageError } from '../terminal/failure';
import type { VerbPlace } from '../place/verbPlace';
import { openVerbPlace } from '../place/verbPlace';
import { requireRepository } from '../place/requireRepository';
import type { Terminal } from '../terminal/terminal';
import { paint, say, mayGoOn } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const shareNowVerb: Verb = {
  usage: 'share-now [--message TEXT] [--yes] [--dry-run]',
  help: `Puts the goal changes that are not committed, and nothing else, on a new branch cut from the integration branch (origin/HEAD,
main, master or develop), for a small pull request. The commit is made as your own git makes one: signed if you sign, and your
hooks run, in a work tree of its own. Neither your files nor the index nor HEAD is touched, and nothing is pushed.

  --message, -m TEXT  your own message
  --no-verify    leave out the hooks that may refuse a commit
  --yes, -y      do not ask
  --dry-run, -n  show what would be made, make nothing`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    yes: { type: 'boolean', short: 'y' },
    'dry-run': { type: 'boolean', short: 'n' },
    message: { type: 'string', short: 'm' },
    'no-verify': { type: 'boolean' },
  });
  noWords(positionals);
  const { terminal } = context;
  const place = await openVerbPlace(context);
  const plan = await planOf(place);
  if (!plan) {
    terminal.print('There is nothing to share that the integration branch does not have.');
    return 0;
  }
  const message = messageOf(values.message) ?? plan.message;
  printPlan({ ...plan, message }, terminal);
  if (values['dry-run']) return 0;
  if (!values.yes && !(await mayGoOn('Make this branch?', terminal))) throw new Failure('Nothing was made.');
  await makeGoalBranch(requireRepository(place), plan, { message, verify: values['no-verify'] !== true });
  terminal.print(`Made. To send it: ${plan.push}`);
  return 0;
}

/** @throws UsageError for an empty message, with which git makes no commit */
function messageOf(said: string | undefined): string | undefined {
  if (said?.trim() === '') throw new UsageError('The message is empty.');
  return said === undefined ? undefined : `${said.trimEnd()}\n`;
}

async function planOf(place: VerbPlace): Promise<GoalBranchPlan | undefined> {
  const repository = requireRepository(place);
  const { shared, root } = place;
  const reading = await shared.read();
  if (reading.state === 'absent') return undefined;
  if (reading.state !== 'ok') throw new Failure(describeUnreadable(shared.path, reading.problems[0], root));
  return planSharing(place, repository, shared.path, reading.document);
}

function printPlan({ branch, base, file, message, left }: GoalBranchPlan, { print }: Terminal): void {
  print(say`${paint('bold', branch)} from ${base.short}, changing ${file} alone:`);
  for (const line of message.trimEnd().split('\n')) print(`  ${line}`);
  if (left > 0)
    print(`${left === 1 ? 'One change is' : `${left} changes are`} left out: ${base.short} does not have that goal.`);
}
