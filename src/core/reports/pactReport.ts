import { amendmentKind } from '../model/amendment';
import type { GoalStatus } from '../model/goal';
import type { Kind } from '../model/kind';
import { milestoneKind } from '../model/milestone';
import { resourceKind } from '../model/resource';
import { supportKind } from '../model/support';
import { byCodeUnit } from '../document/json';
import { foldText } from '../text/foldText';
import { oneLine } from '../text/safeText';
import { isClosed } from '../snapshot/goalStanding';
import { contributorFinder } from '../commits/contributors';
import { awaitedParties } from '../pacts/pactWaiting';
import type { Pact, PactGap, PactState, Party } from '../snapshot/pactView';
import type { SkillGoals } from '../growth/membersWithoutSkill';
import { membersWithoutSkill, skillGoals } from '../growth/membersWithoutSkill';
import { standingOf } from '../snapshot/signatureStanding';
import { recordLine, recordsAt } from '../snapshot/recordNode';
import type { GoalNode, RecordNode, Snapshot } from '../snapshot/snapshot';

/** A pact as the team panel shows it: plain data that survives a message. */
export interface PactEntry {
  readonly id: string;
  readonly title: string;
  readonly state: PactState;
  /** Number of parties that signed the present terms, and number of all parties. */
  readonly signed: number;
  readonly parties: number;
  /** Names of those who have neither signed nor declined what is to be signed. */
  readonly waitsFor: readonly string[];
  /** True if the signers are so unsure that the parties should discuss the terms. */
  readonly isDoubted: boolean;
  readonly why: string | null;
  /** Elements of a SMART goal that are missing. */
  readonly missing: readonly PactGap[];
  /** Names of the parties who have no skill goal, in alphabetical order. */
  readonly withoutSkill: readonly string[];
  readonly commitments: readonly CommitmentLine[];
  /** By name: nobody is ranked. */
  readonly signatures: readonly SignatureLine[];
  readonly supporters: readonly SaidLine[];
  readonly milestones: readonly SaidLine[];
  readonly resources: readonly SaidLine[];
  /** Latest first. */
  readonly changes: readonly SaidLine[];
  /** Authors of the commits below it, by name. */
  readonly contributors: readonly string[];
}

export interface CommitmentLine {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly status: GoalStatus;
  /** True if ticks, commits or measures show that anything was done for it. */
  readonly hasEvidence: boolean;
}

export interface SignatureLine {
  readonly name: string;
  readonly state: Party['state'];
  /** Person who gave the signature, if it is somebody else. */
  readonly proxy: string | null;
  /** True if history does not tell who gave it. */
  readonly isUnconfirmed: boolean;
  /** Commit that contradicts the signature, and its author. */
  readonly contradiction: { readonly by: string; readonly commit: string } | null;
  /** 1 to 5. */
  readonly confidence: number | null;
  readonly note: string | null;
}

export interface SaidLine {
  readonly id: string;
  readonly text: string;
  readonly by: string | null;
}

const MAX_PACTS = 50;
const MAX_LINES = 50;
const MAX_LINE = 300;
const MAX_NAME = 100;

/** Returns the pacts of the team, closed ones last. */
export function pactReport(snapshot: Snapshot): readonly PactEntry[] {
  const pacts = [...snapshot.pacts.values()].flatMap((pact) => {
    const node = snapshot.goals.get(pact.id);
    return node?.scope === 'team' ? [{ pact, node }] : [];
  });
  const reported = { snapshot, skills: skillGoals(snapshot), contributorsOf: contributorFinder(snapshot, MAX_LINES) };
  return pacts
    .sort((a, b) => Number(isClosed(a.node)) - Number(isClosed(b.node)))
    .slice(0, MAX_PACTS)
    .map(({ pact, node }) => pactEntry(pact, node, reported));
}

/** Data that is the same for all pacts of a report. */
interface Reported {
  readonly snapshot: Snapshot;
  readonly skills: SkillGoals;
  readonly contributorsOf: (id: string) => readonly string[];
}

function pactEntry(pact: Pact, node: GoalNode, { snapshot, skills, contributorsOf }: Reported): PactEntry {
  const { goal } = node;
  const { state, parties, isDoubted, missing, commitments } = pact;
  const said = (kind: Kind): SaidLine[] => recordsAt(goal.id, kind, snapshot).map((each) => saidLine(each, snapshot));
  return {
    id: goal.id,
    title: oneLine(goal.title, MAX_LINE),
    state,
    signed: parties.filter((party) => party.state === 'signed').length,
    parties: parties.length,
    waitsFor: awaitedParties(pact)
      .slice(0, MAX_LINES)
      .map((person) => nameOf(person, snapshot)),
    isDoubted,
    why: goal.more.why === undefined ? null : oneLine(goal.more.why, MAX_LINE),
    missing,
    withoutSkill: membersWithoutSkill(node, snapshot, skills)
      .map((person) => nameOf(person, snapshot))
      .sort((a, b) => byCodeUnit(foldText(a), foldText(b)))
      .slice(0, MAX_LINES),
    commitments: commitments
      .slice(0, MAX_LINES)
      .flatMap((id) => snapshot.goals.get(id) ?? [])
      .map((node) => commitmentLine(node, snapshot)),
    signatures: parties
      .map((party) => signatureLine(party, snapshot))
      .sort((a, b) => byCodeUnit(foldText(a.name), foldText(b.name)))
      .slice(0, MAX_LINES),
    supporters: said(supportKind).slice(0, MAX_LINES),
    milestones: said(milestoneKind).slice(0, MAX_LINES),
    resources: said(resourceKind).slice(0, MAX_LINES),
    changes: said(amendmentKind).reverse().slice(0, MAX_LINES),
    contributors: contributorsOf(goal.id),
  };
}

function commitmentLine({ goal, commits, progress }: GoalNode, snapshot: Snapshot): CommitmentLine {
  return {
    id: goal.id,
    title: oneLine(goal.title, MAX_LINE),
    owner: goal.owner === undefined ? null : nameOf(goal.owner, snapshot),
    status: goal.status,
    hasEvidence: goal.status === 'done' || commits.length > 0 || progress > 0,
  };
}

function signatureLine({ person, state, signature, uncounted }: Party, snapshot: Snapshot): SignatureLine {
  const note = signature?.note;
  const standing = standingOf(signature?.id ?? uncounted ?? '', snapshot);
  return {
    name: nameOf(person, snapshot),
    state,
    proxy: signature?.by === undefined || signature.by === person ? null : nameOf(signature.by, snapshot),
    isUnconfirmed: standing?.state === 'unconfirmed',
    contradiction:
      standing?.state === 'contradicted'
        ? { by: nameOf(standing.author, snapshot), commit: standing.commit.slice(0, 8) }
        : null,
    confidence: signature?.confidence ?? null,
    note: note === undefined ? null : oneLine(note, MAX_LINE),
  };
}

function saidLine(node: RecordNode, snapshot: Snapshot): SaidLine {
  const { id, author } = node;
  return {
    id,
    text: oneLine(recordLine(node, snapshot), MAX_LINE),
    by: author === undefined ? null : nameOf(author, snapshot),
  };
}

function nameOf(person: string, { people }: Snapshot): string {
  return oneLine(people.get(person) ?? person, MAX_NAME);
}
