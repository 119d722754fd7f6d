import * as vscode from 'vscode';
import { termsBefore } from '../../core/pacts/pactState';
import type { Pact } from '../../core/snapshot/pactView';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { termsDifference, termsLines } from '../../core/pacts/termsLines';
import type { TermsWords } from '../../core/pacts/termsLines';
import { escapeMarkdown, oneLine } from '../../core/text/safeText';
import { personWord } from '../texts/words';
import { declaredWord } from '../texts/declaredWord';

const { t } = vscode.l10n;
const LONGEST = 2000;

/** Returns the terms of a pact and what changed since this person signed, as Markdown that shows people's texts as they are. */
export function termsText(pact: Pact, { goal }: GoalNode, snapshot: Snapshot): string {
  const words = termsWords(snapshot);
  const before = termsBefore(pact, goal, snapshot.me);
  const changes = before ? termsDifference(before, pact.terms, words) : [];
  return [
    `# ${cell(goal.title)}`,
    '',
    `## ${t('The terms')}`,
    '',
    ...termsLines(pact.terms, words).map(({ label, text }) => `- ${label}: ${cell(text)}`),
    '',
    ...(changes.length === 0 ? [] : [`## ${t('What changed')}`, '']),
    ...changes.flatMap(({ label, before: old, after }) => [
      `- ${label}`,
      ...(old === undefined ? [] : [`  - ${t('before: {0}', cell(old))}`]),
      ...(after === undefined ? [] : [`  - ${t('now: {0}', cell(after))}`]),
    ]),
    ...(changes.length === 0 ? [] : ['']),
    t('Signatures name these terms by their hash: {0}', `\`${pact.terms.hash}\``),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return escapeMarkdown(oneLine(text, LONGEST));
}

/** Returns the words for terms in the language of the editor, with the names of people. */
export function termsWords({ people }: Snapshot): TermsWords {
  return { person: (address) => personWord(address, people), label: declaredWord };
}
