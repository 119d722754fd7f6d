import assert from 'node:assert/strict';
import path from 'node:path';
import { applyChanges } from '../../src/core/document/change';
import type { Change } from '../../src/core/document/change';
import { formatDocument } from '../../src/core/document/formatDocument';
import { emptyDocument } from '../../src/core/document/goalDocument';
import { createStamper } from '../../src/core/document/stamp';
import { knownProvenance } from '../../src/git/people/knownProvenance';
import { statementProvenance } from '../../src/git/people/statementProvenance';
import { writtenStatements } from '../../src/core/snapshot/statements';
import { openRepository } from '../../src/git/run/repository';
import { readText } from './documents';
import { SHARED_FILE } from './team';
import { readFile } from 'node:fs/promises';
import type { GitUser, TemporaryRepository } from './gitRepository';
import { configureIdentity, temporaryRepository } from './gitRepository';

const TERMS = `1:sha256-${'0'.repeat(64)}`;
const ANA = { name: 'Ana', email: 'ana@example.com' };
export const BO = { name: 'Bo', email: 'bo@example.com' };
const CY = { name: 'Cy', email: 'cy@example.com' };

/** A repository whose people sign: each with a clone of their own, told by the stamps. */
export class SignedHistory {
  #time = Date.UTC(2026, 10, 18);
  #count = 0;
  readonly honest: string[] = [];
  readonly forged: string[] = [];
  /** Honest ones whose author stayed. */
  readonly confirmable: string[] = [];

  private constructor(readonly repository: TemporaryRepository) {}

  static async begin(): Promise<SignedHistory> {
    const history = new SignedHistory(await temporaryRepository());
    await history.repository.write(SHARED_FILE, formatDocument(emptyDocument()));
    await history.repository.commit('Begin');
    return history;
  }

  /** One pull request with an honest signature, landed in one of the ways that hosts and people have. */
  async land(way: (typeof WAYS)[number]): Promise<void> {
    const { repository } = this;
    const branch = `pr-${this.#count}`;
    await repository.git('switch', '--quiet', '--create', branch);
    const id = await this.sign(BO, BO);
    this.honest.push(id);
    if (AUTHOR_STAYS.includes(way)) this.confirmable.push(id);
    const signed = await repository.commit(`Sign ${id}`, BO);
    if (way === 'squash of several' || way === 'squash with co-authors' || way === 'squash by a host') {
      await this.sign(ANA, ANA);
      await repository.commit('Ana signs, too', ANA);
    }
    await repository.git('switch', '--quiet', 'main');
    await this.#landed(way, branch, signed);
    if (way !== 'squash, branch kept') await repository.git('branch', '--quiet', '-D', branch);
  }

  async #landed(way: (typeof WAYS)[number], branch: string, signed: string): Promise<void> {
    const { repository } = this;
    if (way === 'merge') {
      await repository.git('merge', '--quiet', '--no-ff', '--no-edit', branch);
      return;
    }
    if (way === 'rebase by another' || way === 'cherry-pick by another') {
      await configureIdentity(repository, CY);
      if (way === 'cherry-pick by another') await repository.git('cherry-pick', signed);
      else await repository.git('rebase', '--quiet', '--force-rebase', 'main', branch);
      await repository.git('switch', '--quiet', 'main');
      if (way === 'rebase by another') await repository.git('merge', '--quiet', '--ff-only', branch);
      await configureIdentity(repository, ANA);
      return;
    }
    await repository.git('merge', '--quiet', '--squash', branch);
    const messages: Partial<Record<typeof way, string>> = {
      'squash with co-authors': `Land\n\nCo-authored-by: Bo <${BO.email}>`,
      'squash by a host': `Land it (#${this.#count})`,
    };
    if (way === 'squash with the list') await repository.git('commit', '--quiet', '--no-edit');
    else await repository.commit(messages[way] ?? 'Land it', way === 'squash by a host' ? CY : ANA);
  }

  /** Somebody writes in the name of Bo, in one of the ways git still shows. */
  async forge(forge: Forgery): Promise<void> {
    const id = await forge(this, this.forged.length % 2 === 0 ? ANA : CY);
    this.forged.push(id);
  }

  git(...args: string[]): Promise<string> {
    return this.repository.git(...args);
  }

  commit(message: string, author: GitUser): Promise<string> {
    return this.repository.commit(message, author);
  }

  write(file: string, text: string): Promise<string> {
    return this.repository.write(file, text);
  }

  text(): Promise<string> {
    return readFile(path.join(this.repository.path, SHARED_FILE), 'utf8');
  }

  /** One git command that Bo gives. */
  async asBo(...args: string[]): Promise<void> {
    await configureIdentity(this.repository, BO);
    await this.repository.git(...args);
    await configureIdentity(this.repository, ANA);
  }

  /** A merge of a branch into the one that is checked out. */
  async mergeAs(author: GitUser, branch: string, ...options: readonly string[]): Promise<void> {
    await configureIdentity(this.repository, author);
    await this.repository.git('merge', '--quiet', '--no-ff', '--no-edit', ...options, branch);
    await configureIdentity(this.repository, ANA);
  }

  /** What `check` makes of all signatures, by id: it reads all of history, as a reading that goes on from the last one must have it. */
  async provenance(): Promise<ReadonlyMap<string, string>> {
    const opened = await openRepository(this.repository.path);
    assert.ok(opened.state === 'open');
    const file = path.join(opened.repository.root, SHARED_FILE);
    const written = writtenStatements([{ scope: 'team', reading: readText(await readFile(file, 'utf8')) }]);
    const asked = { files: [file], statements: written, me: ANA.email };
    const { found } = await statementProvenance(opened.repository, asked);
    assert.deepEqual(await knownProvenance(opened.repository, asked), found);
    return new Map([...found].map(([id, { state }]) => [id, state]));
  }

  /** The id of the next signature. */
  nextId(): string {
    return `s-${String(this.#count + 1).padStart(10, '0')}`;
  }

  /** Writes a signature of one person in the clone of another. */
  async sign(by: GitUser, clone: GitUser): Promise<string> {
    const id = this.nextId();
    this.#count += 1;
    await this.change({ type: 'add', id, fields: { goal: 'g-pact000000', by: by.email, terms: TERMS } }, clone);
    return id;
  }

  /** Changes the file in the clone of a person. */
  async change(change: Change, clone: GitUser): Promise<void> {
    const reading = readText(await this.text());
    assert.ok(reading.state === 'ok');
    const replica = `${clone.name.toLowerCase()}00`.slice(0, 4).padEnd(4, '0');
    const stamper = createStamper({ now: () => (this.#time += 1000) }, replica);
    await this.write(SHARED_FILE, formatDocument(applyChanges(reading.document, [change], stamper)));
  }
}

export const WAYS = [
  'merge',
  'rebase by another',
  'cherry-pick by another',
  'squash of several',
  'squash with co-authors',
  'squash by a host',
  'squash with the list',
  'squash, branch kept',
  'squash',
] as const;

const AUTHOR_STAYS: readonly string[] = ['merge', 'rebase by another', 'cherry-pick by another'];

/** Somebody writes in the name of Bo, and says under which id. */
export type Forgery = (history: SignedHistory, forger: GitUser) => Promise<string>;

/** Statement R22 of what is promised: no honest signature is called forged, every planted forgery is found. */
export async function proveProvenance(count: number, forgeries: readonly Forgery[]): Promise<void> {
  const history = await SignedHistory.begin();
  try {
    for (let index = 0; index < count; index += 1) {
      await history.land(WAYS[index % WAYS.length] ?? 'merge');
      const forge = forgeries[index % forgeries.length];
      if (forge) await history.forge(forge);
      await history.provenance();
    }
    const found = await history.provenance();
    const called = (ids: readonly string[]): unknown => ids.filter((id) => found.get(id) === 'contradicted');
    assert.deepEqual(called(history.honest), []);
    assert.deepEqual(called(history.forged), history.forged);
    const merged = history.confirmable.filter((id) => found.get(id) !== 'confirmed');
    assert.deepEqual(merged, [], 'where the author stays, the signature is confirmed');
  } finally {
    await history.repository.remove();
  }
}
