import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LoggedDisagreement } from '../../core/document/disagreementLog';
import { parseLogLines } from '../../core/document/disagreementLog';
import { disagreementFile } from './disagreementFile';
import { microgoalsFolder } from '../run/gitFolder';
import type { Repository } from '../run/repository';

/** Disagreements that merges in this clone noted, for frequent readers: the same array until another one is noted. */
export class NotedDisagreements {
  /** Path of the notes; the file does not exist until something is noted. */
  readonly path: string;
  readonly #root: string;
  #text = '';
  #entries: readonly LoggedDisagreement[] = [];

  constructor({ root, commonDir }: Repository) {
    this.path = disagreementFile(microgoalsFolder(commonDir));
    this.#root = root;
  }

  /** Reads the notes, oldest first, with the absolute path of each file in this work tree. */
  async read(): Promise<readonly LoggedDisagreement[]> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    if (text === this.#text) return this.#entries;
    this.#text = text;
    this.#entries = parseLogLines(text).map((entry) => ({ ...entry, file: path.join(this.#root, entry.file) }));
    return this.#entries;
  }
}
