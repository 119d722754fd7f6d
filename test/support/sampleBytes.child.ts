// A process of its own: prints its surroundings, and what reading, changing, merging and writing give there.
import { applyChange } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import { mergeDocuments } from '../../src/core/document/merge';
import { documentOf, stamperAt } from './documents';

const TEXT = `{"version":1,"İ":"ı","10":1,"records":{"g-4kq7w2m9xd":{"title":"Ünïcode Iıİi ß 日本 \\u202e","z":1,"ä":2,"a":3,
  "I":4,"ı":5,"n":[1.5e-7,1e21,123456789.25],"created":"20261118T090000000Z-0000-k3f9"},"é":0,"g-zzzzzzzzzz":{"9":1}}}`;

const base = documentOf(TEXT);
const set = (path: string, value: string): typeof base =>
  applyChange(base, { type: 'set', id: 'g-4kq7w2m9xd', path, value }, stamperAt(value.length));
const merged = mergeDocuments(base, set('status', 'İ'), set('status', 'ıı')).document;
const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
process.stdout.write(`${locale} ${timeZone}\n${formatDocument(merged)}`);
