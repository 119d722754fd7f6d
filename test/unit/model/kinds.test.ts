import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyChange } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import { emptyDocument } from '../../../src/core/document/goalDocument';
import { formKinds, kindNamed, KINDS } from '../../../src/core/model/kinds';
import { goalsFileSchema } from '../../../src/core/model/jsonSchema';
import { readRecord } from '../../../src/core/model/readRecord';
import { addRecord, askedFields, readValues } from '../../../src/core/changes/recordActions';
import { fieldText, readFieldText } from '../../../src/core/model/readFieldText';
import { readText, stamperAt } from '../../support/documents';
import { valuesOf } from '../../support/merge/kindArbitraries';
import { UTC } from '../../support/teamSnapshot';

const CONTEXT = {
  today: '2026-11-18',
  zone: UTC,
  people: () => Promise.resolve([]),
  recordOf: (id: string) => Promise.resolve({ id, label: id }),
};

describe('the declared kinds', () => {
  it('have names of their own, and letters where nothing else tells them apart', () => {
    const names = KINDS.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    const letters = KINDS.filter(({ where }) => where === undefined).map(({ letter }) => letter);
    assert.deepEqual(letters, [...new Set(letters)]);
    for (const { name } of formKinds()) assert.equal(kindNamed(name)?.name, name);
  });

  for (const kind of KINDS) {
    it(`${kind.name} names fields it has`, () => {
      for (const field of [kind.below, kind.author]) assert.ok(field === undefined || field in kind.fields, field);
      assert.equal(kind.fields.deleted.type, 'flag');
      assert.match(kind.help, /^[A-Z].*\.$/);
    });

    it(`${kind.name} has answers that settle what it awaits, in fields for answers`, () => {
      for (const answer of Object.values(kind.answers ?? {})) {
        const values = answer.values('2026-11-18');
        for (const name of Object.keys(values)) assert.equal(kind.fields[name]?.writer, 'answer', name);
        assert.equal(kind.awaits?.(readValues(kind, {})), true);
        assert.equal(kind.awaits(readValues(kind, values)), false);
      }
    });

    it(`${kind.name}: what may be said is written, read and typed again without loss`, async () => {
      const property = fc.asyncProperty(valuesOf(kind), async (values) => {
        const { id, change } = addRecord(kind, values, { bytes: (count) => new Uint8Array(count) });
        const reading = readText(formatDocument(applyChange(emptyDocument(), change, stamperAt(1))));
        assert.equal(reading.state, 'ok');
        const { values: read, problems } = readRecord(kind, id, reading.document.records.get(id) ?? null);
        assert.deepEqual(problems, []);
        for (const [name, field] of askedFields(kind)) {
          assert.deepEqual(read[name] ?? undefined, values[name] ?? field.initial, name);
          // Text on one line loses its blanks when it is typed.
          if (values[name] === undefined || field.type === 'text') continue;
          const typed = await readFieldText(field, fieldText(values[name]), CONTEXT);
          assert.deepEqual('value' in typed ? typed.value : typed, values[name], name);
        }
      });
      await fc.assert(property, { numRuns: 50 });
    });
  }

  it('are all in the schema for edits by hand', () => {
    const schema = JSON.stringify(goalsFileSchema());
    for (const { letter, fields } of KINDS) {
      assert.ok(schema.includes(`"^${letter}-`), letter);
      for (const name of Object.keys(fields)) assert.ok(schema.includes(`"${name}":{`), name);
    }
  });
});
