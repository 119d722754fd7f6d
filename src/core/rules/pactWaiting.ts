import { resourceKind } from '../model/resource';
import type { Snapshot } from './snapshot';

/** sign: terms that were proposed to this person; signAgain: terms that changed since they signed; resource: asked for by others. */
export interface PactWaiting {
  readonly what: 'sign' | 'signAgain' | 'resource';
  readonly goal: string;
  readonly record?: string;
  readonly since: number | undefined;
}

/** Pacts whose terms this person has not signed as they stand. */
export function pactsToSign({ pacts, goals }: Snapshot, me: string): readonly PactWaiting[] {
  return [...pacts.values()].flatMap(({ id, state, parties }): PactWaiting[] => {
    const node = goals.get(id);
    const mine = parties.find(({ person }) => person === me);
    if (!mine || node?.scope !== 'team' || (state !== 'proposed' && state !== 'lapsed')) return [];
    if (mine.state === 'lapsed') return [{ what: 'signAgain', goal: id, since: node.goal.touched }];
    return mine.state === 'missing' ? [{ what: 'sign', goal: id, since: node.goal.statusChanged }] : [];
  });
}

/** What others need for a goal of this person. */
export function requestedResources({ records, goals }: Snapshot, me: string): readonly PactWaiting[] {
  return [...records.values()].flatMap(({ id, kind, values, goal = '', scope, created }): PactWaiting[] => {
    const isMine = kind === resourceKind && scope === 'team' && goals.get(goal)?.goal.owner === me;
    return isMine && values['state'] === 'requested' ? [{ what: 'resource', goal, record: id, since: created }] : [];
  });
}
