import type { GoalStatus } from '../../core/model/goal';
import { assignedStatus } from '../../core/goals/acceptance';
import type { GoalFields } from '../../core/changes/goalActions';
import { addGoal, MAX_TITLE, newGoalDefaults } from '../../core/changes/goalActions';
import type { GoalFile } from '../../core/space/goalSources';
import type { Scope } from '../../core/snapshot/snapshot';
import type { QuickAdd } from '../../core/text/quickAdd';
import { describeQuickAdd } from '../../core/text/quickAdd';
import { oneLine } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { atMostOne, parseArguments } from '../terminal/arguments';
import { checkParent } from '../place/checkParent';
import { UsageError } from '../terminal/failure';
import { readQuickAdd } from '../place/fieldContext';
import { FIELD_HELP, FIELD_OPTIONS } from '../terminal/goalOptions';
import type { VerbPlace } from '../place/verbPlace';
import { myAddress } from '../../app/placeFacts';
import { openVerbPlace } from '../place/verbPlace';
import { readGoals } from '../place/readGoals';
import { readOptions } from '../place/readOptions';
import { warnIfIgnored } from '../place/warnIfIgnored';
import type { Context, ExitCode, Verb } from '../terminal/verb';

const SCOPES = {
  personal: { type: 'boolean' },
  team: { type: 'boolean' },
  everywhere: { type: 'boolean' },
} as const;

export const addVerb: Verb = {
  usage: 'add TEXT [--team | --personal | --everywhere] [options]',
  help: `Adds a goal and prints its id. It is yours alone unless --team puts it into the shared file.

TEXT may say more than the title (in single quotes, so that the shell leaves it alone):
  microgoals add 'Fix login test !fri @bo #skill ^ci-time !p1 *weekly'
  !fri the day it is due, @bo the owner, #skill a tag, ^ci-time the parent by its title, !p1 the priority,
  *weekly a new one each week

  --team             for everybody, in .microgoals/goals.json
  --personal         for you, in this repository (the default)
  --everywhere       for you, in every repository
${FIELD_HELP}`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { ...SCOPES, ...FIELD_OPTIONS });
  const scope = atMostOne(values, 'personal', 'team', 'everywhere') ?? 'personal';
  const text = positionals.join(' ');
  if (text.trim() === '' && values.title === undefined)
    throw new UsageError("What is the goal? microgoals add 'Fix the login test'");
  const place = await openVerbPlace(context);
  const quick = await readQuickAdd(text, place);
  const options = await readOptions(values, place);
  const me = scope === 'team' ? await myAddress(place) : undefined;
  const { owner, pinned } = newGoalDefaults(scope === 'team' ? 'team' : 'personal', options.kind ?? 'micro', me);
  const said = fieldsOf(quick);
  const given: GoalFields = { ...said, owner: said.owner ?? owner, pinned, ...options };
  const fields = { ...given, status: statusOf(given, scope === 'team' ? 'team' : 'personal', me) };
  if (fields.title === '') throw new UsageError('The goal needs a title besides its signs.');
  if (fields.title.length > MAX_TITLE)
    throw new UsageError(`A title has at most ${MAX_TITLE} characters; --notes takes more.`);
  const file = fileOf(place, scope);
  if (fields.parent !== undefined) {
    checkParent(
      fields.parent,
      { scope: scope === 'team' ? 'team' : 'personal', path: file.path },
      await readGoals(place),
      place,
    );
  }
  const { id, change } = addGoal(fields, systemRandom);
  await file.save([change]);
  if (scope === 'team') await warnIfIgnored(place, context);
  for (const problem of quick.problems) context.terminal.warn(`${problem} It stays in the title.`);
  const meanings = describeQuickAdd(quick)
    .filter(({ kind }) => kind !== 'title')
    .map((part) => oneLine(part.text, 60));
  context.terminal.print([`${id} ${oneLine(fields.title, MAX_TITLE)}`, ...meanings, scope].join(' · '));
  return 0;
}

function statusOf(
  { status = 'open', kind = 'micro', owner }: GoalFields,
  scope: Scope,
  me: string | undefined,
): GoalStatus {
  return assignedStatus(status, { scope, kind, owner, me });
}

function fieldsOf({ title, due, owner, parent, priority, repeat, tags }: QuickAdd): GoalFields {
  return { title, due, owner, parent, priority, repeat, tags };
}

function fileOf(place: VerbPlace, scope: keyof typeof SCOPES): GoalFile {
  switch (scope) {
    case 'team':
      return place.shared;
    case 'everywhere':
      return place.everywhere;
    case 'personal':
      return place.personal;
  }
}
