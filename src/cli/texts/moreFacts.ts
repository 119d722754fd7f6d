import { membersWithoutSkill } from '../../core/growth/membersWithoutSkill';
import { seriesText, skillSeries } from '../../core/growth/skills';
import { droppedReason, keptReason } from '../../core/followUp/droppedReason';
import { lessonsForGoals, lessonText } from '../../core/followUp/lessons';
import { hintsOf, hintText } from '../../core/goals/smartHints';
import { supportText } from '../../core/pacts/pactFacts';
import { cycleText } from '../../core/snapshot/cycles';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { fillText } from '../../core/text/fillText';
import { addressesIn } from '../../core/text/inlineMarkdown';
import { oneLine } from '../../core/text/safeText';
import { ownerName } from './goalTexts';

/** Returns the facts that few goals have; a fact that this goal does not have is undefined. */
export function moreFacts(node: GoalNode, snapshot: Snapshot): readonly [string, string | undefined][] {
  const { goal } = node;
  const { why, repeat, learned, mentor, references = {} } = goal.more;
  const named = [...Object.keys(references), ...addressesIn(`${why ?? ''}\n${goal.notes}`)];
  const reason = droppedReason(node, snapshot) ?? keptReason(node, snapshot);
  const support = supportText(goal.id, snapshot, (person) => ownerName(person, snapshot));
  const without = membersWithoutSkill(node, snapshot);
  const hints = hintsOf(node, snapshot).map((hint) => hintText(hint, fillText));
  const lesson = lessonsForGoals(snapshot)(node);
  const cycle = cycleText(node, snapshot);
  return [
    ['Cycle', cycle && oneLine(cycle, 1000)],
    ['Why', why && oneLine(why, 1000)],
    ['Mentor', mentor && ownerName(mentor.toLowerCase(), snapshot)],
    ...skillSeries(node, snapshot).map((series): [string, string] => [
      'Skill',
      `${ownerName(series.person, snapshot)}: ${seriesText(series, fillText)}`,
    ]),
    ['No skill goal', without.length === 0 ? undefined : without.map((id) => ownerName(id, snapshot)).join(', ')],
    ['Repeats', repeat],
    ['Learned', learned && oneLine(learned, 1000)],
    ['Reason', reason && oneLine(reason, 1000)],
    ['Support', support && oneLine(support, 1000)],
    ['References', named.length === 0 ? undefined : oneLine([...new Set(named)].join(' '), 2000)],
    ['Learned before', lesson && oneLine(lessonText(lesson), 1000)],
    ['Hints', hints.length === 0 ? undefined : hints.join('; ')],
  ];
}
