import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { JsonObject } from '../../src/core/document/json';
import { isObject } from '../../src/core/document/json';
import { documentOf } from './documents';

export type SharedRecord = JsonObject & { readonly id: string };

/** What stands in a goals file, read whenever it is asked for. */
export interface SharedRecords {
  /** Records whose id begins with that letter. */
  readonly all: (letter: string) => Promise<readonly SharedRecord[]>;
  /** The one record of that letter. */
  readonly only: (letter: string) => Promise<SharedRecord>;
  readonly goal: (title: string) => Promise<SharedRecord>;
}

export function sharedRecords(file: () => string): SharedRecords {
  const all = async (letter: string): Promise<SharedRecord[]> => {
    const { records } = documentOf(await readFile(file(), 'utf8'));
    return [...records].flatMap(([id, record]) =>
      id.startsWith(`${letter}-`) && isObject(record) ? [{ ...record, id }] : [],
    );
  };
  return {
    all,
    async only(letter) {
      const [record, ...others] = await all(letter);
      assert.ok(record && others.length === 0);
      return record;
    },
    async goal(title) {
      const found = (await all('g')).find((each) => each['title'] === title);
      assert.ok(found, `There is no goal "${title}".`);
      return found;
    },
  };
}
