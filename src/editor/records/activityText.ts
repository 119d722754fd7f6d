import { goalActivity, NO_HISTORY } from '../../core/reports/goalActivity';
import { ACTIVITY_TEXTS, activityLine } from '../../core/reports/activityText';
import type { FactWords } from '../../core/reports/factText';
import { recordMarkdown } from '../../core/records/recordMarkdown';
import { recordsBelow } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeMarkdown, oneLine } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import { factWords, momentWord, personWord } from '../texts/words';

const LONGEST = 200;

/** Returns the history of a goal, latest first, and its records, as Markdown that shows people's texts as they are. */
export function activityText(node: GoalNode, snapshot: Snapshot, history = NO_HISTORY): string {
  const entries = goalActivity(node, snapshot, history).reverse();
  const words = markdownWords(snapshot);
  const records = recordsBelow(node.goal.id, 'activity', snapshot).toReversed();
  return [
    `# ${shown(node.goal.title)}`,
    '',
    ...entries.map((entry) => `- ${momentWord(Date.parse(entry.date))} · ${activityLine(entry, snapshot, words)}`),
    ...(history.extent === 'partial' ? ['', declaredWord(ACTIVITY_TEXTS.partial)] : []),
    ...records.flatMap((record) => ['', recordMarkdown(record, snapshot)]),
    '',
  ].join('\n');
}

/** Returns words in which no text of a person is Markdown. */
function markdownWords(snapshot: Snapshot): FactWords {
  return { ...factWords(snapshot), person: (id) => shown(personWord(id, snapshot.people)), clean: shown };
}

function shown(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}
