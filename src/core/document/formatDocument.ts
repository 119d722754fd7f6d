import type { GoalDocument } from './goalDocument';
import { byCodeUnit, member } from './json';
import type { FileKeys } from './keyOrder';
import { byRecordKey, byTopKey } from './keyOrder';
import { objectInOrder, orderMembers } from './orderMembers';
import { SPACER_VALUE, SPACERS, sortedByPlace } from './spacers';
import { writeDocument } from './writeDocument';

/**
 * Characters that draw nothing or change the reading direction, and so could hide something from a reviewer: DEL and C1,
 * soft hyphen, fillers, direction marks and overrides, zero-width characters, line and paragraph separators, annotation
 * marks, BOM, tag characters. Listed one by one, because a Unicode property would change with the version of Node.
 */
const HIDDEN =
  /[\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\udb40[\udc00-\udc7f]/g;

/** The bytes of a document, the same on every platform: one member a line, two spaces, LF, a final newline. */
export function formatDocument(document: GoalDocument): string {
  const keys: FileKeys = {
    top: Object.keys(document.top).concat('records').sort(byTopKey),
    records: sortedByPlace(new Set([...SPACERS, ...document.records.keys()])),
  };
  const text = writeFast(document, keys) ?? writeDocument(document, keys);
  // Hidden characters stand inside strings only: all the rest of the text is ASCII.
  return `${text.replace(HIDDEN, (hidden) => hidden.replace(/[^]/g, escapeUnit))}\n`;
}

/** The engine writes several times faster than we do. Undefined where it would not keep the order of the keys. */
function writeFast({ top, records }: GoalDocument, keys: FileKeys): string | undefined {
  const all = objectInOrder(
    keys.records.map((key) => [key, orderMembers(records.get(key) ?? SPACER_VALUE, byRecordKey)]),
  );
  const file = objectInOrder(
    keys.top.map((key) => [key, key === 'records' ? all : orderMembers(member(top, key) ?? null, byCodeUnit)]),
  );
  return file && JSON.stringify(file, undefined, 2);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
