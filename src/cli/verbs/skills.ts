import { isoTime } from '../../core/reports/goalActivity';
import type { Skill, SkillSeries } from '../../core/growth/skills';
import { isMySkill, seriesText, skillPaths } from '../../core/growth/skills';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import { MARKS, ownerName } from '../texts/goalTexts';
import { openKind } from '../kinds/openKind';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const skillsVerb: Verb = {
  usage: 'skills [--all] [--json]',
  help: `Shows your skills and the way to each: goals tagged #growth or #skill, what stands below them in order, and how you assessed
yourself over time. Assess a skill: microgoals assessment add ID --wanted 4 --now 2

  --all    also those that others have shared with the team
  --json   an array of {id, title, why, status, assessments, steps}; assessments are {by, now, wanted, due},
           now an array of {id, at, now, note}, the oldest first, due true where a review has come since; steps are like skills`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { all: { type: 'boolean' }, json: { type: 'boolean' } });
  noWords(positionals);
  const { snapshot } = await openKind(context);
  const skills = skillPaths(snapshot).filter((skill) => values.all === true || isMySkill(skill, snapshot));
  const { print, printJson } = context.terminal;
  if (values.json) printJson(skills.map(skillJson));
  else if (skills.length === 0)
    print('No skills yet. Begin: microgoals template use skill, or tag a goal with #growth.');
  else for (const skill of skills) printSkill(skill, snapshot, context.terminal, 0);
  return 0;
}

function printSkill(skill: Skill, snapshot: Snapshot, terminal: Terminal, depth: number): void {
  const { goal } = skill.node;
  const { print } = terminal;
  const indent = '  '.repeat(depth);
  print(say`${paint('dim', goal.id)} ${indent}${MARKS[goal.status]} ${oneLine(goal.title, 200)}`);
  const { why } = goal.more;
  if (why !== undefined && depth === 0) print(say`${indent}  ${paint('dim', oneLine(why, 200))}`);
  for (const series of skill.series) {
    const who = series.person === snapshot.me ? '' : `${ownerName(series.person, snapshot)}: `;
    print(`${indent}  ${who}${seriesText(series, fillText)}`);
  }
  for (const step of skill.steps) printSkill(step, snapshot, terminal, depth + 1);
}

function skillJson({ node: { goal }, series, steps }: Skill): object {
  return {
    id: goal.id,
    title: goal.title,
    why: goal.more.why ?? null,
    status: goal.status,
    assessments: series.map(seriesJson),
    steps: steps.map(skillJson),
  };
}

function seriesJson({ person, assessments, wanted, isDue }: SkillSeries): object {
  const now = assessments.map(({ id, at, now: told, note }) => ({
    id,
    at: at === undefined ? null : isoTime(at),
    now: told,
    note: note ?? null,
  }));
  return { by: person, now, wanted, due: isDue };
}
