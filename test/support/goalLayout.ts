import { formatDocument } from '../../src/core/document/formatDocument';
import type { GoalDocument } from '../../src/core/document/goalDocument';
import type { Json, JsonObject } from '../../src/core/document/json';
import { isObject } from '../../src/core/document/json';
import { documentOf, documentWith } from './documents';

/** A way to write goals into a file. */
export interface GoalLayout {
  write(document: GoalDocument): string;
  /** Throws for a text that is no valid file. */
  read(text: string): GoalDocument;
}

export const OUR_LAYOUT: GoalLayout = { write: formatDocument, read: documentOf };

/** What most tools do: an array to which each new goal is appended. */
export const ARRAY_LAYOUT: GoalLayout = {
  write: ({ records }) => {
    const goals = [...records].map(([id, record]) => ({ id, ...(isObject(record) ? record : {}) }));
    return `${JSON.stringify(goals, null, 2)}\n`;
  },
  read: (text) => {
    const goals = JSON.parse(text) as ({ id: string } & JsonObject)[];
    return documentWith(Object.fromEntries(goals.map(({ id, ...record }) => [id, record as Json])));
  },
};
