import { commitmentKind } from '../../core/model/commitment';
import { contributorsOf } from '../../core/commits/contributors';
import { membersWithoutSkill } from '../../core/growth/membersWithoutSkill';
import { termsBefore } from '../../core/pacts/pactState';
import type { Pact, PactGap } from '../../core/snapshot/pactView';
import type { TermsWords } from '../../core/pacts/termsLines';
import { termsDifference, termsLines } from '../../core/pacts/termsLines';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { doubtText } from './doubtText';
import { MARKS, ownerName } from './goalTexts';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';

const LONGEST = 1000;

/** Prints the terms that people sign, one on each line. */
export function printTerms({ terms }: Pact, snapshot: Snapshot, { print }: Terminal): void {
  const lines = termsLines(terms, wordsFor(snapshot));
  const width = Math.max(...lines.map(({ label }) => label.length));
  for (const { label, text } of lines) print(say`  ${paint('dim', label.padEnd(width))}  ${oneLine(text, LONGEST)}`);
}

/** Prints the changes since the person last signed, or since the proposal; returns false if there is nothing to compare with. */
export function printDifference(pact: Pact, node: GoalNode, snapshot: Snapshot, terminal: Terminal): boolean {
  const before = termsBefore(pact, node.goal, snapshot.me);
  if (!before) return false;
  const { print } = terminal;
  for (const change of termsDifference(before, pact.terms, wordsFor(snapshot))) {
    print(`  ${change.label}`);
    if (change.before !== undefined) print(paint('red', `  - ${oneLine(change.before, LONGEST)}`));
    if (change.after !== undefined) print(paint('green', `  + ${oneLine(change.after, LONGEST)}`));
  }
  return true;
}

function wordsFor(snapshot: Snapshot): TermsWords {
  return { person: (address) => ownerName(address, snapshot), label: (text) => text };
}

/** Prints everything about a pact for a person. */
export function printPact(pact: Pact, node: GoalNode, snapshot: Snapshot, terminal: Terminal): void {
  const { print } = terminal;
  print(
    say`${paint('dim', pact.id)} ${paint('bold', oneLine(node.goal.title, LONGEST))}  ${pactWords(pact).join(' · ')}`,
  );
  printTerms(pact, snapshot, terminal);
  for (const { person, state, signature, uncounted } of pact.parties) {
    const by = signature?.by === person ? undefined : signature?.by;
    const details = [
      state,
      signature?.confidence === undefined ? undefined : `confidence ${signature.confidence}/5`,
      by === undefined ? undefined : `by ${ownerName(by, snapshot)} as proxy`,
      signature?.note === undefined ? undefined : oneLine(signature.note, 100),
      doubtText(signature?.id, snapshot),
      uncounted === undefined
        ? undefined
        : `a signature in their name is ${doubtText(uncounted, snapshot) ?? 'unconfirmed'}`,
    ];
    print(`  ${ownerName(person, snapshot)}: ${details.filter((part) => part !== undefined).join(' · ')}`);
  }
  const contributors = contributorsOf(pact.id, snapshot);
  if (contributors.length > 0) print(say`  ${paint('dim', 'Contributors')}: ${contributors.join(', ')}`);
  for (const id of pact.commitments) {
    const goal = snapshot.goals.get(id)?.goal;
    if (goal) print(`  ${MARKS[goal.status]} ${id} ${commitmentKind.label}: ${oneLine(goal.title, 100)}`);
  }
  const without = membersWithoutSkill(node, snapshot).map((person) => ownerName(person, snapshot));
  if (without.length > 0) print(paint('dim', `  No skill goal yet: ${without.join(', ')}`));
}

/** Describes the state of a pact, then what needs attention. */
export function pactWords({ state, parties, missing, isDoubted }: Pact): string[] {
  const signed = parties.filter((party) => party.state === 'signed').length;
  const isAsked = state === 'proposed' || state === 'lapsed';
  return [
    state,
    ...(isAsked ? [`signed ${signed} of ${parties.length}`] : []),
    ...(parties.some((party) => party.state === 'declined') ? ['declined'] : []),
    ...(isDoubted ? ['renegotiate'] : []),
    ...(missing.length > 0 ? [`missing: ${missing.map((gap) => GAPS[gap]).join(', ')}`] : []),
  ];
}

const GAPS: Readonly<Record<PactGap, string>> = {
  why: 'why',
  measure: 'measure',
  target: 'target',
  due: 'due day',
  commitments: 'commitments',
};
