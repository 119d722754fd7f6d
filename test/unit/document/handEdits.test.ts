import assert from 'node:assert/strict';
import { stampHandEdits } from '../../../src/core/document/handEdits';
import type { Json } from '../../../src/core/document/json';
import { documentWith, stampAt, stamperAt } from '../../support/documents';

const ID = 'g-4kq7w2m9xd';
const HEAD = { title: 'a', status: 'done', values: { x: true }, edits: { status: stampAt(5) }, created: stampAt(0) };

function stamped(disk: Json, head: Json = HEAD): Json | undefined {
  return stampHandEdits(documentWith({ [ID]: head }), documentWith({ [ID]: disk }), stamperAt(8)).records.get(ID);
}

describe('stampHandEdits', () => {
  it('stamps values that differ under the same stamp, also old values that came back with theirs', () => {
    const expected = { ...HEAD, status: 'open', edits: { status: stampAt(8) } };
    assert.deepEqual(stamped({ ...HEAD, status: 'open' }), expected);
    assert.deepEqual(stamped({ ...HEAD, status: 'open', edits: { status: stampAt(3) } }), expected);
  });

  it('leaves what bears a newer stamp, and returns the same document where nothing was edited', () => {
    const newer = { ...HEAD, status: 'open', edits: { status: stampAt(6) } };
    assert.deepEqual(stamped(newer), newer);
    const disk = documentWith({ [ID]: HEAD });
    assert.equal(stampHandEdits(documentWith({ [ID]: { ...HEAD } }), disk, stamperAt(8)), disk);
    assert.equal(stampHandEdits(undefined, disk, stamperAt(8)), disk);
  });

  it('stamps removed members, members of maps, and every leaf of a new map', () => {
    const rest = { status: HEAD.status, created: HEAD.created };
    assert.deepEqual(stamped({ ...rest, edits: HEAD.edits, values: { y: true }, m: { n: 1, o: { p: 2 } } }), {
      ...rest,
      values: { y: true },
      m: { n: 1, o: { p: 2 } },
      edits: {
        ...HEAD.edits,
        title: stampAt(8),
        'values/x': stampAt(8).replace('0000-', '0001-'),
        'values/y': stampAt(8).replace('0000-', '0002-'),
        'm/n': stampAt(8).replace('0000-', '0003-'),
        'm/o/p': stampAt(8).replace('0000-', '0004-'),
      },
    });
  });

  it('outbids the stamp of the commit, however far ahead', () => {
    const head = { ...HEAD, edits: { status: '20300101T000000000Z-0000-zzzz' } };
    assert.deepEqual(stamped({ ...head, status: 'open' }, head), {
      ...head,
      status: 'open',
      edits: { status: '20300101T000000000Z-0001-aaaa' },
    });
  });

  it('gives a record written by hand its creation stamp', () => {
    const written = documentWith({ [ID]: HEAD, 'g-0000000001': { title: 'typed' } });
    const result = stampHandEdits(documentWith({ [ID]: HEAD }), written, stamperAt(8));
    assert.deepEqual(result.records.get('g-0000000001'), { title: 'typed', created: stampAt(8) });
    assert.deepEqual([...result.records.keys()], [ID, 'g-0000000001']);
  });
});
