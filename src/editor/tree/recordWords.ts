import * as vscode from 'vscode';
import { relationKind } from '../../core/model/relation';
import { blockerKind } from '../../core/model/blocker';
import { feedbackKind } from '../../core/model/feedback';
import type { Fields } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import { kpiKind } from '../../core/model/kpi';
import { kudosKind } from '../../core/model/kudos';
import { milestoneKind } from '../../core/model/milestone';
import { resourceKind } from '../../core/model/resource';
import { signatureKind } from '../../core/model/signature';
import { kpiStanding } from '../../core/okr/kpis';
import { kpiText } from '../../core/okr/okrTexts';
import { relationText } from '../../core/okr/relationText';
import { mayAnswerRelation } from '../../core/okr/mayAnswerRelation';
import { awaitsAnswer } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import { personWord } from '../texts/words';
import { blockerWords } from './blockerWords';
import { feedbackWords } from './feedbackWords';
import type { RowWords, WordsOf } from './rowWords';
import { wordsOf } from './rowWords';
import { signatureWords } from './signatureWords';

const { t } = vscode.l10n;
const LONGEST = 100;

/** Words of the kinds whose rows say more than other rows. */
const WORDS: ReadonlyMap<Kind, WordsOf<Fields>> = new Map([
  wordsOf(feedbackKind, feedbackWords),
  wordsOf(blockerKind, blockerWords),
  wordsOf(signatureKind, signatureWords),
  wordsOf(kudosKind, ({ values: { to = {}, grants } }, { people }) => {
    const names = Object.keys(to).map((id) => personWord(id, people));
    const whom = t('to {0}', names.length === 0 ? t('everybody') : names.join(', '));
    return { facts: grants ? [whom, t('grants the reward')] : [whom] };
  }),
  wordsOf(relationKind, (node, snapshot) => {
    const { to, reason = '' } = node.values;
    return {
      line: relationText(node, snapshot, t),
      facts: reason === '' ? [] : [oneLine(reason, LONGEST)],
      context: awaitsAnswer(node) && mayAnswerRelation(to, snapshot) ? ['asked'] : [],
    };
  }),
  wordsOf(resourceKind, (node) => ({
    facts: [declaredWord(node.values.state)],
    context: awaitsAnswer(node) ? ['requested'] : [],
  })),
  wordsOf(kpiKind, (node, snapshot) => ({ facts: [kpiText(kpiStanding(node, snapshot), snapshot.calendar.zone, t)] })),
  wordsOf(milestoneKind, (node) => ({ context: awaitsAnswer(node) ? ['ahead'] : [] })),
]);

/** Returns the words that its kind adds to the row of a record; none for most kinds. */
export function recordWords(node: RecordNode, snapshot: Snapshot): RowWords {
  return WORDS.get(node.kind)?.(node, snapshot) ?? {};
}
