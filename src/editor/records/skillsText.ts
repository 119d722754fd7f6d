import * as vscode from 'vscode';
import type { Skill, SkillSeries } from '../../core/growth/skills';
import { isMySkill, seriesText, skillPaths } from '../../core/growth/skills';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { safeInline } from '../../core/text/safeMarkdown';
import { escapeMarkdown, oneLine } from '../../core/text/safeText';
import { momentWord, personWord, statusWord } from '../texts/words';

const { t } = vscode.l10n;
const LONGEST = 200;

/** Returns this person's skills, the steps to each and their self-assessments over time, then the skills that others share. */
export function skillsText(snapshot: Snapshot): string {
  const skills = skillPaths(snapshot);
  const own = skills.filter((skill) => isMySkill(skill, snapshot));
  const shared = skills.filter((skill) => !own.includes(skill));
  const empty = [t('No skills yet: tag a goal with #growth, or begin with New From Template.'), ''];
  return [
    `# ${t('My skills')}`,
    '',
    ...(own.length === 0 ? empty : own.flatMap((skill) => skillLines(skill, snapshot))),
    ...(shared.length === 0
      ? []
      : [`# ${t('Shared with the team')}`, '', ...shared.flatMap((skill) => skillLines(skill, snapshot))]),
  ].join('\n');
}

function skillLines({ node: { goal }, series, steps }: Skill, snapshot: Snapshot): string[] {
  const { why } = goal.more;
  return [
    `## ${shown(goal.title)}`,
    '',
    ...(why === undefined ? [] : [`*${safeInline(oneLine(why, LONGEST).replaceAll('*', ''))}*`, '']),
    ...series.flatMap((each) => [...seriesLines(each, snapshot), '']),
    ...steps.flatMap((step) => stepLines(step, snapshot, 0)),
    '',
  ];
}

function seriesLines(series: SkillSeries, snapshot: Snapshot): string[] {
  const days = series.assessments.map(({ at, now, note }) => {
    const said = note === undefined ? '' : ` · ${shown(note)}`;
    return `- ${at === undefined ? '' : `${momentWord(at)}: `}${now}${said}`;
  });
  return [`**${whose(series, snapshot)}**`, '', ...days];
}

function stepLines({ node: { goal }, series, steps }: Skill, snapshot: Snapshot, depth: number): string[] {
  const indent = '   '.repeat(depth);
  const facts = [statusWord(goal.status), ...series.map((each) => whose(each, snapshot))];
  const below = steps.flatMap((step) => stepLines(step, snapshot, depth + 1));
  return [`${indent}1. ${shown(goal.title)} · ${facts.join(' · ')}`, ...below];
}

function whose(series: SkillSeries, { me, people }: Snapshot): string {
  const way = seriesText(series, t);
  return series.person === me ? way : `${shown(personWord(series.person, people))}: ${way}`;
}

function shown(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}
