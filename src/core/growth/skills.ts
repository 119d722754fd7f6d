import { assessmentKind } from '../model/assessment';
import { reviewKind } from '../model/review';
import { isClosed } from '../snapshot/goalStanding';
import { isMine } from '../goals/focus';
import { fromAbove } from '../snapshot/fromAbove';
import { groupedBy } from '../snapshot/groupedBy';
import type { Say } from '../text/fillText';
import { ofKind, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

type AssessmentNode = RecordNode<typeof assessmentKind.fields>;

/** Tags of goals by which people learn. */
const SKILL_TAGS = ['growth', 'skill'];

/** Texts about skills, in English; keys of the l10n bundle. */
export const SKILL_TEXTS = {
  way: '{0}, wanted {1}',
  again: 'assess again: there was a review since',
} as const;

/** Something a person learns, with the way there: the goals below it, in order. */
export interface Skill {
  readonly node: GoalNode;
  /** One for each person who has assessed themselves, in the order in which they began. */
  readonly series: readonly SkillSeries[];
  readonly steps: readonly Skill[];
}

/** Assessments of one person's skill over time. */
export interface SkillSeries {
  readonly person: string;
  /** The oldest first, at least one. */
  readonly assessments: readonly Assessment[];
  /** Level wanted in the latest assessment, 1 to 5. */
  readonly wanted: number;
  /** True if a review has looked back on it since the last assessment. */
  readonly isDue: boolean;
}

export interface Assessment {
  readonly id: string;
  /** Milliseconds since 1970; undefined without a valid stamp. */
  readonly at: number | undefined;
  /** 1 to 5. */
  readonly now: number;
  readonly note: string | undefined;
}

/** Tells whether somebody learns by a goal: its tag says so, or it was assessed. Pacts never count, because several people hold them. */
export function isSkillGoal({ goal }: GoalNode, snapshot: Snapshot): boolean {
  if (goal.kind === 'pact' || goal.kind === 'commitment') return false;
  return goal.tags.some((tag) => SKILL_TAGS.includes(tag)) || recordsAt(goal.id, assessmentKind, snapshot).length > 0;
}

/** Returns the skills below no other skill, with their paths; those that were dropped are left out. */
export function skillPaths(snapshot: Snapshot): readonly Skill[] {
  const roots = [...snapshot.goals.values()].filter((node) => isSkillGoal(node, snapshot) && !isStep(node, snapshot));
  return roots.filter(({ goal }) => goal.status !== 'dropped').map((node) => skillOf(node, snapshot));
}

/** Tells whether a skill or a step of it belongs to the person at the keyboard. */
export function isMySkill({ node, series, steps }: Skill, snapshot: Snapshot): boolean {
  const isOwn = isMine(node, snapshot) || series.some(({ person }) => person === snapshot.me);
  return isOwn || steps.some((step) => isMySkill(step, snapshot));
}

export function skillSeries(node: GoalNode, snapshot: Snapshot): readonly SkillSeries[] {
  const assessments = recordsAt(node.goal.id, assessmentKind, snapshot);
  if (assessments.length === 0) return [];
  const reviewed = isClosed(node) ? 0 : (lastReview(node, snapshot) ?? 0);
  return [...groupedBy(assessments, ({ author = '' }) => author)].flatMap(([person, own]) => {
    const told = own.flatMap((record) => readAssessment(record) ?? []);
    const last = told.at(-1);
    if (!last) return [];
    return [{ person, assessments: told, wanted: last.wanted, isDue: reviewed > (last.at ?? 0) }];
  });
}

/** Returns a series as text: `2 → 3 → 4, wanted 5`. */
export function seriesText({ assessments, wanted, isDue }: SkillSeries, say: Say): string {
  const way = say(SKILL_TEXTS.way, assessments.map(({ now }) => String(now)).join(' → '), String(wanted));
  return isDue ? `${way} · ${say(SKILL_TEXTS.again)}` : way;
}

/** Deepest level of a path: nobody reads on below it, and a chain of thousands of parents must not overflow the stack. */
const DEEPEST = 100;

function skillOf(node: GoalNode, snapshot: Snapshot, depth = 1): Skill {
  const below = depth < DEEPEST ? node.children.flatMap((id) => snapshot.goals.get(id) ?? []) : [];
  const steps = below.filter(({ goal }) => goal.status !== 'dropped').map((each) => skillOf(each, snapshot, depth + 1));
  return { node, series: skillSeries(node, snapshot), steps };
}

function isStep({ parent }: GoalNode, snapshot: Snapshot): boolean {
  return isOnPath(snapshot.goals.get(parent ?? ''), snapshot) === true;
}

/** Tells whether a goal or one above it is a skill goal. */
const isOnPath = fromAbove<boolean>((node, above = false, snapshot) => above || isSkillGoal(node, snapshot));

function readAssessment({
  id,
  created,
  values,
}: AssessmentNode): (Assessment & { readonly wanted: number }) | undefined {
  const { now, wanted, note } = values;
  return now === undefined || wanted === undefined ? undefined : { id, at: created, now, wanted, note };
}

/** Returns the time of the latest review of the goal, of one above it, or of the whole; 0 for never. */
const lastReview = fromAbove<number>(({ goal }, above, snapshot) => {
  const reviews = reviewTimes(snapshot);
  return Math.max(reviews.get(goal.id) ?? 0, above ?? reviews.get(undefined) ?? 0);
});

type ReviewTimes = ReadonlyMap<string | undefined, number>;
/** Review times by snapshot, kept because all skills may be asked about in turn. */
const REVIEWS = new WeakMap<Snapshot, ReviewTimes>();

/** Returns the time of the latest review by goal; undefined stands for the whole. */
function reviewTimes(snapshot: Snapshot): ReviewTimes {
  const known = REVIEWS.get(snapshot);
  if (known) return known;
  const times = new Map<string | undefined, number>();
  for (const { goal, created = 0 } of ofKind(snapshot.records.values(), reviewKind))
    times.set(goal, Math.max(created, times.get(goal) ?? 0));
  REVIEWS.set(snapshot, times);
  return times;
}
