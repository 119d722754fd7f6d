import * as vscode from 'vscode';
import { commitmentKind } from '../../core/model/commitment';
import { pactKind } from '../../core/model/pact';
import { contributorsOf } from '../../core/commits/contributors';
import { helpersOf } from '../../core/together/helpers';
import { membersWithoutSkill } from '../../core/growth/membersWithoutSkill';
import { outlookText } from '../../core/okr/okrTexts';
import { relationTexts } from '../../core/okr/relationText';
import { outlookOf } from '../../core/okr/outlook';
import { cycleText } from '../../core/snapshot/cycles';
import type { Pact, PactGap } from '../../core/snapshot/pactView';
import { droppedReason } from '../../core/followUp/droppedReason';
import { hintsOf, hintText } from '../../core/goals/smartHints';
import { seriesText, skillSeries } from '../../core/growth/skills';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { uncountedConfirmations } from '../../core/goals/uncountedConfirmations';
import { verificationOf } from '../../core/goals/verification';
import { oneLine } from '../../core/text/safeText';
import { safeInline, safeMarkdown } from '../../core/text/safeMarkdown';
import { declaredWord } from '../texts/declaredWord';
import { kindWord, momentWord, personWord, statusWord } from '../texts/words';
import { goalTexts } from './treeItem';

const { t } = vscode.l10n;
const LONGEST = 2000;

/**
 * Returns everything about a goal. Titles and names go only through `appendText`, so that none is Markdown; notes, reasons and references
 * are Markdown whose links lead only to web pages.
 */
export function goalTooltip(node: GoalNode, snapshot: Snapshot): vscode.MarkdownString {
  const { goal } = node;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown('**').appendText(oneLine(goal.title, LONGEST)).appendMarkdown('**\n\n');
  for (const line of [...factLines(node, snapshot), ...adviceLines(node, snapshot)])
    tooltip.appendText(line).appendMarkdown('\n\n');
  for (const line of linkedLines(node)) tooltip.appendMarkdown(`${safeInline(line)}\n\n`);
  if (goal.notes !== '') tooltip.appendMarkdown(safeMarkdown(cutNotes(goal.notes)));
  return tooltip;
}

/** Cuts notes; the sign at the end tells that an address there may have been longer. */
function cutNotes(notes: string): string {
  return notes.length > LONGEST ? `${notes.slice(0, LONGEST - 1)}…` : notes;
}

function factLines(node: GoalNode, snapshot: Snapshot): string[] {
  const { goal, commits, completedBy } = node;
  const lines = [[kindWord(goal.kind), statusWord(goal.status), ...goalTexts(node, snapshot)].join(' · ')];
  if (goal.created !== undefined) lines.push(t('Added {0}', momentWord(goal.created)));
  const cycle = cycleText(node, snapshot);
  if (cycle !== undefined) lines.push(t('Cycle: {0}', oneLine(cycle, LONGEST)));
  const helpers = helpersOf(goal).map((person) => personWord(person, snapshot.people));
  if (helpers.length > 0) lines.push(t('Helpers: {0}', helpers.join(', ')));
  if (completedBy) lines.push(t('Completed by commit {0}', completedBy.commit.slice(0, 8)));
  const reason = droppedReason(node, snapshot);
  if (reason !== undefined) lines.push(t('Reason: {0}', oneLine(reason, LONGEST)));
  if (commits.length > 0)
    lines.push(commits.length === 1 ? t('1 linked commit') : t('{0} linked commits', commits.length));
  const contributors = contributorsOf(goal.id, snapshot);
  if (contributors.length > 0) lines.push(t('Contributors: {0}', contributors.join(', ')));
  if (snapshot.shallow) lines.push(t('This clone is shallow: older commits are not known here.'));
  const verified = verifiedLine(node, snapshot);
  if (verified !== undefined) lines.push(verified);
  lines.push(...uncountedLines(node, snapshot));
  const pact = snapshot.pacts.get(goal.id);
  const missing = pact && missingLine(pact);
  if (missing !== undefined) lines.push(missing);
  const outlook = outlookOf(node, snapshot);
  if (outlook) lines.push(outlookText(outlook, t));
  lines.push(...relationTexts(goal.id, snapshot, t).map((text) => oneLine(text, LONGEST)));
  return lines;
}

/** Returns the lines shown faintly: skills, mentors and what could be clearer. */
function adviceLines(node: GoalNode, snapshot: Snapshot): string[] {
  const { mentor } = node.goal.more;
  const name = (id: string): string => personWord(id, snapshot.people);
  const without = membersWithoutSkill(node, snapshot).map(name);
  const skills = skillSeries(node, snapshot).map((series) => `${name(series.person)}: ${seriesText(series, t)}`);
  const hints = hintsOf(node, snapshot).map((hint) => hintText(hint, t));
  return [
    ...skills.map((skill) => t('Self-assessment of {0}', skill)),
    ...(mentor === undefined ? [] : [t('Mentor: {0}', name(mentor.toLowerCase()))]),
    ...(without.length === 0 ? [] : [t('No skill goal yet: {0}', without.join(', '))]),
    ...(hints.length === 0 ? [] : [t('Could be clearer: {0}', hints.join('; '))]),
  ];
}

function linkedLines({ goal }: GoalNode): string[] {
  const { why, references = {} } = goal.more;
  const named = Object.keys(references).join(' ');
  return [
    ...(why === undefined ? [] : [t('Why: {0}', oneLine(why, LONGEST))]),
    ...(named === '' ? [] : [t('References: {0}', oneLine(named, LONGEST))]),
  ];
}

/** Returns the lines about confirmations that do not count because somebody else committed them. */
function uncountedLines(node: GoalNode, snapshot: Snapshot): string[] {
  const name = (address = ''): string => personWord(address, snapshot.people);
  return uncountedConfirmations(node, snapshot).flatMap(({ record, by }) => {
    if (!by) return [];
    const text = t(
      'A confirmation in the name of {0} does not count: {1} brought or changed it, in commit {2}.',
      name(record.author),
      name(by.author),
      by.commit.slice(0, 8),
    );
    return [text];
  });
}

function verifiedLine(node: GoalNode, snapshot: Snapshot): string | undefined {
  const found = verificationOf(node, snapshot);
  if (!found) return undefined;
  if (found.state === 'claimed') {
    return t('Claimed: no commit that closes it is merged, and nobody else has confirmed it.');
  }
  return 'commit' in found
    ? t('Verified: commit {0} closes it and is merged', found.commit.slice(0, 8))
    : t('Verified: confirmed by {0}', personWord(found.person, snapshot.people));
}

/** Returns the line about what this pact lacks to be SMART; undefined if nothing is missing. */
function missingLine({ missing }: Pact): string | undefined {
  const { why, measure, target, due } = pactKind.fields;
  const words: Record<PactGap, string> = {
    why: why.label,
    measure: measure.label,
    target: target.label,
    due: due.label,
    commitments: commitmentKind.plural,
  };
  return missing.length === 0
    ? undefined
    : t('Missing: {0}', missing.map((gap) => declaredWord(words[gap])).join(', '));
}
