import { textMember } from '../../core/document/json';
import type { OutlinePlan, PlacedGoal } from '../../core/goals/outlineGoals';
import { planOutline } from '../../core/goals/outlineGoals';
import { MAX_TITLE } from '../../core/changes/goalActions';
import type { PersonChoice } from '../../core/text/matchPerson';
import type { QuickAdd } from '../../core/text/quickAdd';
import { describeQuickAdd, parseQuickAdd } from '../../core/text/quickAdd';
import { oneLine } from '../../core/text/safeText';
import { readChecklist } from '../../core/text/splitLines';
import type { GoalFile } from '../../core/space/goalSources';
import { presentCalendar, systemRandom } from '../../store/nodePorts';
import { oneWord, parseArguments } from '../terminal/arguments';
import { checkParent } from '../place/checkParent';
import { Failure } from '../terminal/failure';
import { findGoal } from '../place/findGoal';
import { MARKS, staysInTitle } from '../texts/goalTexts';
import { myAddress } from '../../app/placeFacts';
import { openVerbPlace } from '../place/verbPlace';
import { readPeople } from '../place/people';
import type { StoredGoals } from '../place/readGoals';
import { readGoals } from '../place/readGoals';
import { readInput } from '../terminal/readInput';
import type { Terminal } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const importVerb: Verb = {
  usage: 'import FILE|- [--team] [--parent ID] [--dry-run]',
  help: `Adds the goals of a Markdown list; - reads it from standard input. What is indented stands below, and so do lists below their
headings. "- [x]" is done, "- [-]" and "- [~]" are dropped, "- [ ]" and "- [/]" are open; a wrapped item is one goal. The signs
of add are understood (!fri @bo #skill ^parent !p1). Text around the lists is left out. A goal whose title stands below the same
parent already is not added again.

  --team        for everybody, in .microgoals/goals.json
  --parent ID   below this goal
  --dry-run     show what would be added, and change nothing`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { directory, terminal } = context;
  const { values, positionals } = parseArguments(args, {
    team: { type: 'boolean' },
    parent: { type: 'string' },
    'dry-run': { type: 'boolean', short: 'n' },
  });
  const name = oneWord(positionals, 'FILE');
  const input = await readInput(name, directory, terminal);
  const { lines, others } = readChecklist(input);
  if (lines.length === 0) throw new Failure(`There is nothing in ${name} that could be a goal.`);
  const place = await openVerbPlace(context);
  const stored = await readGoals(place);
  const scope = values.team ? 'team' : 'personal';
  const file = values.team ? place.shared : place.personal;
  const parent = values.parent === undefined ? undefined : findGoal(values.parent, stored).id;
  if (parent !== undefined) checkParent(parent, { scope, path: file.path }, stored, place);
  const said = new Map<string, QuickAdd>();
  const plan = planOutline(lines, {
    existing: placedGoals(stored, file),
    parent,
    owner: values.team ? await myAddress(place) : undefined,
    read: reader(stored, file, input.includes('@') ? await readPeople(place) : [], said),
    random: systemRandom,
  });
  const long = plan.goals.find(({ title }) => title.length > MAX_TITLE);
  if (long) throw new Failure(`A title has at most ${MAX_TITLE} characters: ${oneLine(long.title, 60)}`);
  if (!values['dry-run']) await file.save(plan.changes);
  print(plan, said, values['dry-run'] === true, terminal);
  if (others > 0) terminal.warn(`${others} ${others === 1 ? 'line is' : 'lines are'} no part of a list and left out.`);
  return 0;
}

/** Returns the goals of one file with their parents as written: a personal goal may serve a goal of the team. */
function placedGoals({ goals }: StoredGoals, { path }: GoalFile): PlacedGoal[] {
  return [...goals.values()]
    .filter(({ file }) => file.path === path)
    .map(({ id, title, record }) => ({
      id,
      title,
      parent: textMember(record, 'parent'),
      order: textMember(record, 'order'),
    }));
}

/** Returns a reader of a line's signs. It knows goals of the same file only: a team goal may not be below a personal one. */
function reader(
  { goals }: StoredGoals,
  { path }: GoalFile,
  people: readonly PersonChoice[],
  said: Map<string, QuickAdd>,
): (line: string) => QuickAdd {
  const context = {
    today: presentCalendar().today,
    people,
    goals: [...goals.values()].filter(({ file }) => file.path === path),
  };
  return (line) => {
    const quick = said.get(line) ?? parseQuickAdd(line, context);
    said.set(line, quick);
    return quick;
  };
}

function print(plan: OutlinePlan, said: ReadonlyMap<string, QuickAdd>, isDry: boolean, terminal: Terminal): void {
  for (const { id, title, line, depth, isKnown, problems } of plan.goals) {
    const quick = said.get(line.text);
    const meanings = quick ? describeQuickAdd(quick).filter(({ kind }) => kind !== 'title') : [];
    const facts = isKnown ? ['there already'] : meanings.map((part) => oneLine(part.text, 60));
    const mark = MARKS[line.status];
    const shown = [`${mark} ${oneLine(title, MAX_TITLE)}`, ...facts].join(' · ');
    terminal.print(`${isDry && !isKnown ? '' : `${id} `}${'  '.repeat(depth)}${shown}`);
    for (const problem of problems) terminal.warn(staysInTitle(problem, title));
  }
  const known = plan.goals.filter(({ isKnown }) => isKnown).length;
  const added = plan.changes.length;
  const count = `${added} ${added === 1 ? 'goal' : 'goals'}${known > 0 ? `, ${known} there already` : ''}.`;
  terminal.print(isDry ? `Would add ${count} Nothing was changed.` : `Added ${count}`);
}
