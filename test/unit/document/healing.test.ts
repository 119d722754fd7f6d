import assert from 'node:assert/strict';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { GoalDocument } from '../../../src/core/document/goalDocument';
import type { HealingPlan } from '../../../src/core/document/healing';
import { planHealing } from '../../../src/core/document/healing';
import { documentWith, readText, stampAt } from '../../support/documents';

const [KEPT, GONE] = ['g-0000000001', 'g-0000000002'];
const goal = (title: string) => ({ title, created: stampAt(0) });

describe('planHealing', () => {
  const BASE = documentWith({ [KEPT]: goal('one'), [GONE]: goal('two') });
  const ours = documentWith({ [KEPT]: goal('one') });
  const theirs = documentWith({ [KEPT]: { ...goal('three'), edits: { title: stampAt(3) } }, [GONE]: goal('two') });
  const plan = (base: string, our = formatDocument(ours)): HealingPlan =>
    planHealing({
      disk: readText('<<<<<<<'),
      unmerged: { base: readText(base), ours: readText(our), theirs: readText(formatDocument(theirs)) },
      resolved: undefined,
    });
  const healed = (base: string): GoalDocument => {
    const found = plan(base);
    assert.equal(found.state, 'heal');
    return found.document;
  };
  const base = formatDocument(BASE);
  const asOurs = documentWith({ [KEPT]: theirs.records.get(KEPT) ?? null });

  it('takes a base that would only open read-only for what it says, as the merge driver does', () => {
    assert.deepEqual(healed(base), asOurs);
    for (const [text, with_] of [
      ['"version": 1,', '"version": 2,'],
      ['"version": 1,', '"version": 1, "version": 1,'],
      ['"~~": 0', '"~~": -0'],
    ] as const) {
      const readOnly = base.replace(text, with_);
      assert.equal(readText(readOnly).state, 'readOnly');
      assert.deepEqual(healed(readOnly), asOurs, with_);
    }
  });

  it('goes without a base where it is not read, markers included, as the merge driver does', () => {
    for (const unread of ['', '{}', base.slice(0, -3), `<<<<<<< x\n${base}=======\n${base}>>>>>>> y\n`]) {
      assert.equal(readText(unread).state, 'broken');
      assert.deepEqual([...healed(unread).records.keys()].sort(), [KEPT, GONE], unread.slice(0, 20));
    }
  });

  it('merges no side that would only open read-only', () => {
    assert.equal(plan(base, formatDocument(ours).replace('"version": 1', '"version": 2')).state, 'stuck');
    assert.equal(plan(base, formatDocument(ours).replace('"~~": 0', '"~~": -0')).state, 'stuck');
  });
});
