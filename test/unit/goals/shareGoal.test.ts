import assert from 'node:assert/strict';
import type { Json } from '../../../src/core/document/json';
import { shareGoal } from '../../../src/core/goals/shareGoal';
import { documentWith } from '../../support/documents';

const [ANA, BO] = ['ana@example.com', 'bo@example.com'];
const [ID, PARENT] = ['g-4kq7w2m9xd', 'g-4kq7w2m9xe'];

function shared(record: Readonly<Record<string, Json>>, isShared = (): boolean => false): unknown {
  return shareGoal(documentWith({ [ID]: record }), ID, { isShared, me: ANA })?.fields;
}

describe('a personal goal that is shared', () => {
  it('is of whoever shares it; one of somebody else waits until that person accepts it (row 35)', () => {
    assert.deepEqual(shared({ title: 'Ship' }), { title: 'Ship', owner: ANA });
    assert.deepEqual(shared({ title: 'Ship', owner: ANA, status: 'open' }), {
      title: 'Ship',
      owner: ANA,
      status: 'open',
    });
    assert.deepEqual(shared({ title: 'Ship', owner: BO }), { title: 'Ship', owner: BO, status: 'proposed' });
    assert.deepEqual(shared({ title: 'Ship', owner: BO, status: 'done' }), {
      title: 'Ship',
      owner: BO,
      status: 'done',
    });
  });

  it('names a goal above it only if everybody has that', () => {
    const record = { title: 'Ship', owner: ANA, parent: PARENT };
    assert.deepEqual(shared(record), { title: 'Ship', owner: ANA });
    assert.deepEqual(
      shared(record, () => true),
      record,
    );
  });

  it('names no other record that stays personal, also not in a set', () => {
    const [cycle, priority, other] = ['q-4kq7w2m9xd', 'h-4kq7w2m9xd', 'p-4kq7w2m9xd'];
    const record = {
      title: 'Ship',
      owner: ANA,
      cycle,
      serves: priority,
      helpers: { [BO]: true, [other]: true },
      tags: { ci: true },
    };
    const isShared = (...ids: readonly string[]): unknown =>
      shareGoal(documentWith({ [ID]: record }), ID, { isShared: (id) => ids.includes(id), me: ANA })?.fields;
    const plain = { title: 'Ship', owner: ANA, helpers: { [BO]: true }, tags: { ci: true } };
    assert.deepEqual(isShared(), plain);
    assert.deepEqual(isShared(cycle, other), { ...plain, cycle, helpers: { [BO]: true, [other]: true } });
  });

  it('is none where there is no such record', () => {
    assert.equal(shareGoal(documentWith({}), ID, { isShared: () => true, me: ANA }), undefined);
  });
});
