import * as vscode from 'vscode';
import type { ActivityEntry } from '../../core/reports/goalActivity';
import { goalActivity } from '../../core/reports/goalActivity';
import { kindNamed } from '../../core/model/kinds';
import { recordMarkdown } from '../../core/records/recordMarkdown';
import { recordsBelow } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeMarkdown, oneLine } from '../../core/text/safeText';
import { momentWord, personWord } from '../texts/words';
import { declaredWord } from '../texts/declaredWord';

const { t } = vscode.l10n;
const LONGEST = 200;

/** Returns the history of a goal, latest first, and its records, as Markdown that shows people's texts as they are. */
export function activityText(node: GoalNode, snapshot: Snapshot): string {
  const entries = goalActivity(node, snapshot).reverse();
  const records = recordsBelow(node.goal.id, 'activity', snapshot).toReversed();
  return [
    `# ${shown(node.goal.title)}`,
    '',
    ...entries.map((entry) => `- ${momentWord(Date.parse(entry.date))} · ${entryText(entry, snapshot)}`),
    ...records.flatMap((record) => ['', recordMarkdown(record, snapshot)]),
    '',
  ].join('\n');
}

function entryText(entry: ActivityEntry, { people }: Snapshot): string {
  const { type, field = '', value, author = '', subject = '', kind = '', text = '', by } = entry;
  switch (type) {
    case 'created':
      return t('added');
    case 'changed':
      return value == null
        ? t('{0} taken away', shown(field))
        : `${shown(field)}: ${shown(typeof value === 'string' ? value : JSON.stringify(value))}`;
    case 'commit':
      return `${shown(author)}: ${shown(subject)}`;
    case 'record': {
      const who = by == null ? '' : ` · ${shown(personWord(by, people))}`;
      return `${declaredWord(kindNamed(kind)?.label ?? kind)}${who}: ${shown(text)}`;
    }
  }
}

function shown(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}
