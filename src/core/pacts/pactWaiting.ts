import { resourceKind } from '../model/resource';
import type { Pact, PactState, Party } from '../snapshot/pactView';
import { awaitsAnswer, ofKind } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/**
 * Request to a person. sign: terms proposed to them; signAgain: terms that changed since they signed; declined: terms that they proposed
 * and somebody declined; resource: asked for by others.
 */
export interface PactWaiting {
  readonly what: 'sign' | 'signAgain' | 'declined' | 'resource';
  readonly goal: string;
  readonly record?: string;
  readonly since: number | undefined;
}

/** Returns the pacts whose present terms this person has not signed. */
export function pactsToSign({ pacts, goals }: Snapshot, me: string): readonly PactWaiting[] {
  return [...pacts.values()].flatMap((pact): PactWaiting[] => {
    const node = goals.get(pact.id);
    const what = node && awaitedSignature(pact, node, me);
    if (what === undefined) return [];
    return [{ what, goal: pact.id, since: what === 'sign' ? node?.goal.statusChanged : node?.goal.touched }];
  });
}

/** Returns the refusals of terms that this person proposed: what would have to change is theirs to say. */
export function declinedProposals({ pacts, goals }: Snapshot, me: string): readonly PactWaiting[] {
  return [...pacts.values()].flatMap((pact): PactWaiting[] => {
    const node = goals.get(pact.id);
    if (node?.scope !== 'team' || !isAsking(pact.state)) return [];
    if ((pact.amendment?.by ?? node.goal.owner) !== me) return [];
    return pact.parties.flatMap(({ person, state, signature }): PactWaiting[] =>
      state === 'declined' && signature && person !== me
        ? [{ what: 'declined', goal: pact.id, record: signature.id, since: signature.created }]
        : [],
    );
  });
}

/** Tells whether a pact waits for the signature of this person, and whether they signed other terms before. */
export function awaitedSignature(
  { state, parties }: Pact,
  { scope }: Pick<GoalNode, 'scope'>,
  me: string | undefined,
): 'sign' | 'signAgain' | undefined {
  const mine = parties.find(({ person }) => person === me);
  if (!mine || scope !== 'team' || !isAsking(state)) return undefined;
  if (mine.state === 'lapsed') return 'signAgain';
  return mine.state === 'missing' ? 'sign' : undefined;
}

/** Tells whether somebody still has to sign the present terms. */
export function isAsking(state: PactState): boolean {
  return state === 'proposed' || state === 'amended' || state === 'lapsed';
}

/** Returns the parties that have neither signed nor declined the present terms, if anybody is asked. */
export function awaitedParties({ state, parties }: Pick<Pact, 'state' | 'parties'>): readonly string[] {
  if (!isAsking(state)) return [];
  return parties.flatMap((party) => (party.state === 'missing' || party.state === 'lapsed' ? [party.person] : []));
}

/** Returns the parties that declined the present terms, if anybody is asked. */
export function decliningParties({ state, parties }: Pick<Pact, 'state' | 'parties'>): readonly string[] {
  return isAsking(state) ? parties.flatMap((party) => (party.state === 'declined' ? [party.person] : [])) : [];
}

/** Returns the id of the signature in this person's name that does not count, if there is one. */
export function uncountedSignature({ pacts, me }: Snapshot, goal: string): string | undefined {
  return pacts.get(goal)?.parties.find(({ person }) => person === me)?.uncounted;
}

/** Returns the other parties that a pact waits for and that somebody may sign for. */
export function proxyParties({ state: pactState, parties }: Pact, me: string | undefined): readonly Party[] {
  if (!isAsking(pactState)) return [];
  return parties.filter(
    ({ person, state, answersAlone }) => person !== me && !answersAlone && (state === 'missing' || state === 'lapsed'),
  );
}

/** Returns the resources that others ask for, for a goal of this person. */
export function requestedResources({ records, goals }: Snapshot, me: string): readonly PactWaiting[] {
  return ofKind(records.values(), resourceKind).flatMap((node): PactWaiting[] => {
    const { id, goal = '', scope, created } = node;
    const isMine = scope === 'team' && goals.get(goal)?.goal.owner === me;
    return isMine && awaitsAnswer(node) ? [{ what: 'resource', goal, record: id, since: created }] : [];
  });
}
