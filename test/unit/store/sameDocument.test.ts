import assert from 'node:assert/strict';
import type { Json } from '../../../src/core/document/json';
import { sameDocument } from '../../../src/store/sameDocument';

const documentOf = (records: Record<string, Json>, top: Record<string, Json> = { version: 1 }) => ({
  top,
  records: new Map(Object.entries(records)),
});

describe('equality of documents', () => {
  const base = documentOf({ a: { title: 'A', values: { x: true, y: true } }, b: [1] });

  it('does not look at the order of keys and records', () => {
    assert.ok(sameDocument(base, documentOf({ b: [1], a: { values: { y: true, x: true }, title: 'A' } })));
  });

  it('sees each difference', () => {
    const a = { title: 'A', values: { x: true, y: true } };
    assert.ok(!sameDocument(base, documentOf({ a })));
    assert.ok(!sameDocument(documentOf({ a }), base));
    assert.ok(!sameDocument(base, documentOf({ a, c: [1] })));
    assert.ok(!sameDocument(base, documentOf({ a, b: [2] })));
    assert.ok(!sameDocument(base, documentOf({ a: { title: 'A' }, b: [1] })));
    assert.ok(!sameDocument(base, documentOf({ a, b: [1] }, { version: 1, more: null })));
  });
});
