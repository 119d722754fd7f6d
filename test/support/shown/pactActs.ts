import assert from 'node:assert/strict';
import type { PactAct } from './everyPact';
import type { GoalDocument, GoalNode, RecordPlan, Snapshot } from './product';
import {
  applyChanges,
  BASE32,
  createStamper,
  planAmend,
  planClose,
  planDecline,
  planPropose,
  planSign,
  systemHash,
} from './product';
import { idOf, timeOf } from './sketch';

/** The document after people did all that about its pacts, by the plans that the product saves. */
export function agreed(
  document: GoalDocument,
  acts: readonly PactAct[],
  seenBy: (document: GoalDocument, person: string) => Snapshot,
): GoalDocument {
  return acts.reduce((current, act) => {
    const snapshot = seenBy(current, act.by);
    const node = snapshot.goals.get(idOf('g', act.pact));
    assert.ok(node, act.pact);
    const plan = planOf(act, node, snapshot);
    assert.ok('changes' in plan, `${act.act} ${act.pact}: ${'problem' in plan ? plan.problem : ''}`);
    return applyChanges(
      current,
      plan.changes,
      createStamper({ now: () => timeOf(act.daysAgo) }, act.by.slice(0, 2).padEnd(4, '0')),
    );
  }, document);
}

function planOf(act: PactAct, node: GoalNode, snapshot: Snapshot): RecordPlan {
  switch (act.act) {
    case 'propose':
      return planPropose(node, snapshot);
    case 'sign':
      return planSign(node, act, snapshot, idOnly(act.name));
    case 'decline':
      return planDecline(node, act.note, snapshot, idOnly(act.name));
    case 'amend':
      return planAmend(node, { note: act.note, values: { due: act.due } }, snapshot, {
        hash: systemHash,
        random: idOnly(act.name),
      });
    case 'keep':
      return planClose(node, { state: 'kept', reason: act.note }, snapshot, idOnly(act.name));
    case 'miss':
      return planClose(node, { state: 'missed', learned: act.note }, snapshot, idOnly(''));
    case 'drop':
      return planClose(node, { state: 'dropped', reason: act.note }, snapshot, idOnly(act.name));
  }
}

/** Of all that chance could give, the bytes of which the id with that name is made. */
function idOnly(name: string): { bytes(count: number): Uint8Array } {
  const digits = idOf('x', name).slice(2);
  return { bytes: () => Uint8Array.from(digits, (digit) => BASE32.indexOf(digit)) };
}
