import { commitmentKind } from '../../core/model/commitment';
import { contributorsOf } from '../../core/commits/contributors';
import { membersWithoutSkill } from '../../core/growth/membersWithoutSkill';
import { supportText } from '../../core/pacts/pactFacts';
import { termsBefore } from '../../core/pacts/pactState';
import { pactTexts } from '../../core/reports/factText';
import { partiesIn } from '../../core/pacts/termsInForce';
import { recordsAt } from '../../core/snapshot/recordNode';
import { amendmentKind } from '../../core/model/amendment';
import type { Pact, PactGap, Terms } from '../../core/snapshot/pactView';
import type { TermsWords } from '../../core/pacts/termsLines';
import { termsDifference, termsLines } from '../../core/pacts/termsLines';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { doubtText, ownDoubtText } from './doubtText';
import { factWords, MARKS, ownerName } from './goalTexts';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';

const LONGEST = 1000;

/** Prints the terms that people sign, one on each line. */
export function printTerms({ terms }: Pact, snapshot: Snapshot, { print }: Terminal): void {
  const lines = termsLines(terms, wordsFor(snapshot));
  const width = Math.max(...lines.map(({ label }) => label.length));
  for (const { label, text } of lines) print(say`  ${paint('dim', label.padEnd(width))}  ${oneLine(text, LONGEST)}`);
}

/** Prints the changes since the person last signed or declined; returns false if there is nothing to compare with. */
export function printDifference(
  pact: Pact,
  node: GoalNode,
  snapshot: Snapshot,
  terminal: Terminal,
  heading?: string,
): boolean {
  const before = termsBefore(pact, node.goal, snapshot.me);
  if (!before) return false;
  if (heading !== undefined) terminal.print(heading);
  printChanges(before, pact.terms, snapshot, terminal);
  return true;
}

/** Prints the differences between two terms. */
export function printChanges(before: Terms, after: Terms, snapshot: Snapshot, { print }: Terminal): void {
  for (const change of termsDifference(before, after, wordsFor(snapshot))) {
    print(`  ${change.label}`);
    if (change.before !== undefined) print(paint('red', `  - ${oneLine(change.before, LONGEST)}`));
    if (change.after !== undefined) print(paint('green', `  + ${oneLine(change.after, LONGEST)}`));
  }
}

function wordsFor(snapshot: Snapshot): TermsWords {
  return { person: (address) => ownerName(address, snapshot), label: (text) => text };
}

/** Prints everything about a pact for a person. */
export function printPact(pact: Pact, node: GoalNode, snapshot: Snapshot, terminal: Terminal): void {
  const { print } = terminal;
  print(
    say`${paint('dim', pact.id)} ${paint('bold', oneLine(node.goal.title, LONGEST))}  ${pactWords(pact, snapshot).join(' · ')}`,
  );
  printTerms(pact, snapshot, terminal);
  printInForce(pact, snapshot, terminal);
  for (const { person, state, signature, declinedBefore, uncounted } of pact.parties) {
    const by = signature?.by === person ? undefined : signature?.by;
    const details = [
      state,
      signature?.confidence === undefined ? undefined : `confidence ${signature.confidence}/5`,
      by === undefined ? undefined : `by ${ownerName(by, snapshot)} as proxy`,
      signature?.note === undefined ? undefined : oneLine(signature.note, 100),
      declinedBefore && `declined the terms before: ${oneLine(declinedBefore.note ?? '', 100)}`,
      doubtText(signature?.id, snapshot),
      uncounted === undefined ? undefined : uncountedText(uncounted, person === snapshot.me, snapshot),
    ];
    print(`  ${ownerName(person, snapshot)}: ${details.filter((part) => part !== undefined).join(' · ')}`);
  }
  const contributors = contributorsOf(pact.id, snapshot);
  if (contributors.length > 0) print(say`  ${paint('dim', 'Contributors')}: ${contributors.join(', ')}`);
  const support = supportText(pact.id, snapshot, (person) => ownerName(person, snapshot));
  if (support !== undefined) print(say`  ${paint('dim', 'Support')}: ${oneLine(support, LONGEST)}`);
  printNotes(pact, snapshot, terminal);
  for (const id of pact.commitments) {
    const goal = snapshot.goals.get(id)?.goal;
    if (goal) print(`  ${MARKS[goal.status]} ${id} ${commitmentKind.label}: ${oneLine(goal.title, 100)}`);
  }
  const without = membersWithoutSkill(node, snapshot).map((person) => ownerName(person, snapshot));
  if (without.length > 0) print(paint('dim', `  No skill goal yet: ${without.join(', ')}`));
}

function uncountedText(id: string, isOwn: boolean, snapshot: Snapshot): string {
  return isOwn
    ? `a signature in your name is ${ownDoubtText(id, snapshot) ?? 'unconfirmed'}`
    : `a signature in their name is ${doubtText(id, snapshot) ?? 'unconfirmed'}`;
}

/** Prints the terms that hold while newer ones wait, as far as they differ, and who signed them. */
function printInForce(pact: Pact, snapshot: Snapshot, terminal: Terminal): void {
  const { state, inForce, terms } = pact;
  if (state !== 'amended' || !inForce) return;
  const names = partiesIn(inForce).map((person) => ownerName(person, snapshot));
  terminal.print(`  In force until all have signed, as ${names.join(', ')} signed it; the new terms change:`);
  printChanges(inForce, terms, snapshot, terminal);
}

/** Prints the notes on changes of the terms, and on how it ended. */
function printNotes({ id }: Pact, snapshot: Snapshot, { print }: Terminal): void {
  for (const { author, values } of recordsAt(id, amendmentKind, snapshot)) {
    const who = author === undefined ? '' : `${ownerName(author, snapshot)}: `;
    print(say`  ${paint('dim', amendmentKind.label)} ${values.from ?? ''} ${who}${oneLine(values.note ?? '', 200)}`);
  }
}

/** Describes the state of a pact, then what needs attention. */
export function pactWords(pact: Pact, snapshot: Snapshot): string[] {
  const { missing } = pact;
  return [
    ...pactTexts(pact, factWords(snapshot)),
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

const GAP_OPTIONS: Readonly<Record<Exclude<PactGap, 'commitments'>, string>> = {
  why: '--why TEXT',
  measure: '--measure TEXT',
  target: '--start NUMBER --target NUMBER --unit TEXT',
  due: '--due DAY',
};

/** Returns the commands that add what a pact lacks; what is missing blocks nothing. */
export function wayOn({ id, missing }: Pact): string[] {
  const options = missing.flatMap((gap) => (gap === 'commitments' ? [] : [GAP_OPTIONS[gap]]));
  return [
    ...(options.length === 0 ? [] : [`It could still say: microgoals pact edit ${id} ${options.join(' ')}`]),
    ...(missing.includes('commitments') ? [`Who does what: microgoals commitment add ${id} TEXT --owner PERSON`] : []),
  ];
}
