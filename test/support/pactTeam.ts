import assert from 'node:assert/strict';
import type { Change } from '../../src/core/document/change';
import { applyChanges } from '../../src/core/document/change';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import type { Json } from '../../src/core/document/json';
import { createStamper } from '../../src/core/document/stamp';
import type { Pact } from '../../src/core/snapshot/pactView';
import type { RecordPlan } from '../../src/core/records/planRecord';
import type { GoalNode, Snapshot } from '../../src/core/snapshot/snapshot';
import { documentWith } from './documents';
import { snapshotOf } from './teamSnapshot';

export const ANA = 'ana@example.com';
export const BO = 'bo@example.com';
export const CY = 'cy@example.com';
/** The pact of `pactTeam`, and a commitment of Bo below it. */
export const PACT = 'g-pact000000';
export const PROMISE = 'g-prm0000000';

/** A shared file with a pact of Ana and a commitment of Bo, changed by plans as the product saves them. */
export class PactTeam {
  #document: GoalDocument;
  #time = Date.UTC(2026, 10, 18, 9);
  /** Nobody does two things in the same moment. */
  readonly #stamper = createStamper({ now: () => (this.#time += 1000) }, 'aaaa');

  constructor(records: Readonly<Record<string, Json>> = {}) {
    const created = this.#stamper.next();
    const pact = { title: 'Answer reviews', kind: 'pact', owner: ANA, why: 'Nobody waits', created };
    const promise = { title: 'Look twice a day', kind: 'commitment', parent: PACT, owner: BO, created };
    this.#document = documentWith({ [PACT]: pact, [PROMISE]: promise, ...records });
  }

  get document(): GoalDocument {
    return this.#document;
  }

  as(me: string | undefined): Snapshot {
    const reading = { state: 'ok', text: '', document: this.#document, problems: [] } as const;
    return snapshotOf({ team: reading, ...(me === undefined ? {} : { me }) });
  }

  node(me: string, id = PACT): GoalNode {
    const node = this.as(me).goals.get(id);
    assert.ok(node);
    return node;
  }

  get pact(): Pact {
    const pact = this.as(undefined).pacts.get(PACT);
    assert.ok(pact);
    return pact;
  }

  /** Writes what was planned. */
  apply(plan: RecordPlan): void {
    assert.ok('changes' in plan, 'problem' in plan ? plan.problem : '');
    this.change(...plan.changes);
  }

  change(...changes: readonly Change[]): void {
    this.#document = applyChanges(this.#document, changes, this.#stamper);
  }
}
