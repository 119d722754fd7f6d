import { kpiKind } from '../model/kpi';
import { milestoneKind } from '../model/milestone';
import { templateKind } from '../model/template';
import type { GoalTemplate } from './builtInTemplates';
import { BUILT_IN_TEMPLATES } from './builtInTemplates';
import { collapseSpace } from '../text/safeText';
import { foldText } from '../text/foldText';
import { quickAddText } from '../text/quickAddText';
import { isOf, recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

export interface ListedTemplate extends GoalTemplate {
  readonly isOwn: boolean;
}

/** Returns the workspace's own templates, oldest first, then the built-in ones; an own one replaces the built-in of the same title. */
export function templatesOf(snapshot: Snapshot): readonly ListedTemplate[] {
  const own = recordsOfKind(templateKind, snapshot).map(({ id, values }) => {
    const { title = '', outline = '' } = values;
    return { name: id, title, outline, isOwn: true };
  });
  const taken = new Set(own.map(({ title }) => foldText(title)));
  const builtIn = BUILT_IN_TEMPLATES.filter(({ title }) => !taken.has(foldText(title)));
  return [...own, ...builtIn.map((each) => ({ ...each, isOwn: false }))];
}

/** Finds a template by its name, its title, or a beginning of either that only one has. */
export function findTemplate(word: string, templates: readonly ListedTemplate[]): ListedTemplate | undefined {
  const wanted = foldText(word);
  const namesOf = ({ name, title }: ListedTemplate): string[] => [foldText(name), foldText(title)];
  const exact = templates.find((each) => namesOf(each).includes(wanted));
  const starting = templates.filter((each) => namesOf(each).some((name) => name.startsWith(wanted)));
  return exact ?? (starting.length === 1 ? starting[0] : undefined);
}

/** Writes a goal and all below it as an outline, without people and days, because they differ each time. */
export function templateText(node: GoalNode, snapshot: Snapshot): string {
  return linesOf(node, snapshot, 0).join('\n');
}

const MAX_DEPTH = 12;

const LABELS: Readonly<Record<string, string>> = {
  objective: 'Objective: ',
  keyResult: 'Key result: ',
  pact: 'Pact: ',
  commitment: 'Commitment: ',
};

function linesOf({ goal, children }: GoalNode, snapshot: Snapshot, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  const { why, measure, reward, start, target, unit = '', cadence } = goal.more;
  const metric = start === undefined || target === undefined ? undefined : `${start} → ${target} ${unit}`.trim();
  const said = { Why: why, Measure: measure, Reward: reward, Metric: metric, 'Check-ins': cadence };
  const about = Object.entries(said).flatMap(([label, text]) => (text === undefined ? [] : [`${label}: ${text}`]));
  const records = (snapshot.recordsByGoal.get(goal.id) ?? []).flatMap(recordLineOf);
  const inner = [...about, ...records].map((text) => `- ${collapseSpace(text)}`);
  const below = children.flatMap((id) => {
    const child = snapshot.goals.get(id);
    return child ? linesOf(child, snapshot, depth + 1) : [];
  });
  const { repeat } = goal.more;
  const title = quickAddText({ title: goal.title, tags: goal.tags, ...(repeat === undefined ? {} : { repeat }) });
  return [`- ${LABELS[goal.kind] ?? ''}${title}`, ...[...inner, ...below].map((line) => `  ${line}`)];
}

function recordLineOf(node: RecordNode): string[] {
  if (isOf(node, milestoneKind)) return [`Milestone: ${node.values.title ?? ''}`];
  if (!isOf(node, kpiKind)) return [];
  const { title = '', floor, ceiling, unit = '' } = node.values;
  const bound = ceiling === undefined ? (floor === undefined ? undefined : `≥ ${floor}`) : `≤ ${ceiling}`;
  return bound === undefined ? [] : [`KPI: ${title} ${bound} ${unit}`];
}
