import assert from 'node:assert/strict';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import type { Json } from '../../../src/core/document/json';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { completedBy } from '../../../src/core/snapshot/completion';
import { linkCommit, removeLink } from '../../../src/core/commits/linkActions';
import type { RecordedLink } from '../../../src/core/commits/recordedLinks';
import { linksTo, recordedLinks, withRecordedLinks } from '../../../src/core/commits/recordedLinks';
import type { SourceReading } from '../../../src/core/snapshot/snapshot';

const A = 'g-4kq7w2m9xd';
const B = 'g-0000000000';
const C = 'g-zzzzzzzzzz';
const FULL = 'a'.repeat(40);
const PATH = 'goals.json';
const CREATED = '20260101T090000000Z-0000-demo';

function link(number: number, changes: Partial<RecordedLink> = {}): RecordedLink {
  const place = { id: `l-000000000${number}`, source: PATH };
  return {
    goal: A,
    commit: FULL,
    patch: undefined,
    closes: false,
    since: undefined,
    said: undefined,
    place,
    ...changes,
  };
}

function sourceOf(records: Readonly<Record<string, Json>>): SourceReading {
  const document = { ...emptyDocument(), records: new Map(Object.entries(records)) };
  return { scope: 'team', path: PATH, reading: { state: 'ok', text: '', document, problems: [] } };
}

function commit(date: number, changes: Partial<LinkedCommit> = {}): LinkedCommit {
  const author = { name: 'Ana', email: 'ana@example.com' };
  const where = { state: 'here', inHead: true, ref: 'main' } as const;
  return { commit: FULL, parent: undefined, author, date, subject: 'S', goals: [], reverts: [], ...where, ...changes };
}

describe('links that records make', () => {
  it('need a goal and the full name of a commit', () => {
    const records = {
      'l-0000000001': { goal: A, commit: FULL },
      'l-0000000002': { goal: A, commit: FULL, deleted: true },
      'l-0000000003': { goal: A, commit: 'HEAD' },
      'l-0000000004': { commit: FULL },
      'l-0000000005': 'x',
      [A]: { title: 'Goal' },
    };
    assert.deepEqual(recordedLinks([sourceOf(records)]), [link(1)]);
    assert.deepEqual(recordedLinks([{ scope: 'team', path: 'x', reading: { state: 'absent' } }]), []);
  });

  it('stand beside those of the message, and never open what the message closes', () => {
    const commits = [commit(1, { goals: [{ id: A, closes: true }] }), commit(2, { commit: 'b'.repeat(40) })];
    const links = [link(1), link(2, { goal: B, closes: true }), link(3, { goal: B })];
    const joined = withRecordedLinks(commits, links, new Map());
    assert.deepEqual(
      joined.map(({ date }) => date),
      [2, 1],
    );
    assert.deepEqual(joined[1]?.goals, [
      { id: A, closes: true, records: [link(1).place] },
      { id: B, closes: true, records: [link(2).place, link(3).place] },
    ]);
    assert.equal(withRecordedLinks(commits, [], new Map()), commits);
    assert.ok(joined[1]);
    assert.deepEqual(linksTo(B, joined[1], links), links.slice(1));
    assert.deepEqual(linksTo(C, joined[1], links), []);
  });

  it('follow a commit to what became of it, and are silent where nothing is left', () => {
    const rewritten = commit(3, { commit: 'c'.repeat(40) });
    const links = [link(1), link(2, { commit: 'd'.repeat(40) }), link(3, { commit: rewritten.commit })];
    const joined = withRecordedLinks([], links, new Map([FULL, rewritten.commit].map((name) => [name, rewritten])));
    assert.deepEqual(joined, [
      { ...rewritten, goals: [{ id: A, closes: false, records: [link(1).place, link(3).place] }] },
    ]);
  });

  it('know when they were made and what the commit changed', () => {
    const records = {
      'l-0000000001': { goal: A, commit: FULL, patch: 'e'.repeat(40), closes: true, created: CREATED },
    };
    const since = Date.parse('2026-01-01T09:00:00Z');
    assert.deepEqual(recordedLinks([sourceOf(records)]), [
      link(1, { patch: 'e'.repeat(40), closes: true, since, said: since }),
    ]);
    assert.equal(
      recordedLinks([sourceOf({ 'l-0000000001': { goal: A, commit: FULL, patch: '$(x)' } })])[0]?.patch,
      undefined,
    );
  });

  it('complete a goal when that is said, however old the commit is', () => {
    const old = commit(10_000);
    const said = old.date + 5000;
    const completion = (...links: RecordedLink[]): number | undefined =>
      completedBy(withRecordedLinks([], links, new Map([[FULL, { ...old, commit: FULL }]])), said + 1000).get(A)?.at;
    assert.equal(completion(link(1, { closes: true, said })), said);
    assert.equal(completion(link(1, { closes: true, said }), link(2, { closes: false, said: said + 500 })), said);
    assert.equal(completion(link(1, { closes: true, said: old.date - 5000 })), old.date);
    assert.equal(completion(link(1, { closes: true })), old.date);
    assert.equal(completion(link(1, { closes: true, said: said + 9000 })), said + 1000, 'a clock runs ahead');
  });

  it('are written once, and taken back by a mark', () => {
    const random = { bytes: (count: number) => new Uint8Array(count) };
    const name = { commit: FULL, patch: 'e'.repeat(40) };
    assert.deepEqual(linkCommit(A, name, true, [], random), [
      { type: 'add', id: 'l-0000000000', fields: { goal: A, commit: FULL, patch: name.patch, closes: true } },
    ]);
    assert.deepEqual(linkCommit(A, { ...name, patch: undefined }, false, [link(1, { goal: B })], random), [
      { type: 'add', id: 'l-0000000000', fields: { goal: A, commit: FULL } },
    ]);
    assert.deepEqual(linkCommit(A, name, false, [link(1)], random), []);
    assert.deepEqual(linkCommit(A, name, true, [link(1)], random), [
      { type: 'set', id: 'l-0000000001', path: 'closes', value: true },
    ]);
    assert.deepEqual(removeLink('l-0000000001'), { type: 'set', id: 'l-0000000001', path: 'deleted', value: true });
  });
});
