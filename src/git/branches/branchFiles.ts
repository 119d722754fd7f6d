import { stat } from 'node:fs/promises';
import path from 'node:path';
import { documentIn } from '../../core/document/fileReading';
import type { GoalDocument } from '../../core/document/goalDocument';
import { emptyDocument } from '../../core/document/goalDocument';
import type { BranchFacts, BranchRecords, IntegrationBranch } from '../../core/snapshot/branchFacts';
import { KnownRecords } from '../../core/document/knownRecords';
import { MAX_BYTES, parseGoalFile } from '../../core/document/parseGoalFile';
import { blobAuthors } from '../people/blobAuthors';
import type { BranchCache, ChangedRecords } from './branchCache';
import { changedRecords, readBranchCache, writeBranchCache } from './branchCache';
import type { BranchTip, BranchTips } from './branchTips';
import { readBranchTips } from './branchTips';
import { findBlobs, readBlobs } from '../files/catFile';
import { nameInTree } from '../files/pathInTree';
import type { Repository } from '../run/repository';

/** Most branches that are read; the least recently changed ones are left out first. */
const MAX_BRANCHES = 1000;

/** Shared file on the branches that HEAD lacks; each distinct version is read once and stored by its blob. Rejects with a `GitError`. */
export class BranchFiles {
  readonly #file: string;
  #last: { readonly key: string; readonly facts: BranchFacts } | undefined;

  /** @param file absolute path of the shared file. */
  constructor(
    private readonly repository: Repository,
    file: string,
  ) {
    this.#file = nameInTree(repository, file);
  }

  /** Reads the branches; returns the same object as before if no branch moved and nothing was fetched. */
  async read(): Promise<BranchFacts> {
    const tips = await readBranchTips(this.repository);
    const fetched = await this.#fetched(tips);
    const key = JSON.stringify([tips, fetched]);
    if (this.#last?.key !== key) this.#last = { key, facts: { ...(await this.#readAt(tips)), fetched } };
    return this.#last.facts;
  }

  async #readAt(tips: BranchTips): Promise<Omit<BranchFacts, 'fetched'>> {
    const { repository } = this;
    const [main] = tips.integration;
    const { beyond, left } = await this.#beyondHead(tips);
    const asked = [...(main ? [main] : []), ...beyond];
    // git takes one name per line.
    const names = this.#file.includes('\n') ? [] : asked.map(({ commit }) => `${commit}:${this.#file}`);
    const found = await findBlobs(repository, names);
    const blobOf = new Map(
      asked.flatMap(({ commit }, index) => {
        const entry = found[index];
        return entry && entry.size <= MAX_BYTES ? [[commit, entry.blob] as const] : [];
      }),
    );
    const base = main && blobOf.get(main.commit);
    const blobs = [...new Set(blobOf.values())].filter((blob) => blob !== base);
    const cache = await readBranchCache(this.repository, base ?? '');
    // Versions of one file share nearly all records; a single version is faster to read directly.
    const known = blobs.every((blob) => cache.blobs.has(blob)) ? undefined : new KnownRecords();
    const document = await this.#documentOf(base, known);
    const changed = await this.#changes(cache, document, blobs, known);
    const branches = await this.#branches(tips, beyond, blobOf, changed);
    return { branches, integration: main && asIntegration(main, document), unknown: tips.unknown, left };
  }

  /** Lists branches with commits that HEAD lacks, latest change first; of several at one commit only the first by name. */
  async #beyondHead({ head, tips }: BranchTips): Promise<{ beyond: readonly BranchTip[]; left: number }> {
    const options = [
      '--sort=-committerdate',
      '--format=%(refname)',
      ...(head === undefined ? [] : ['--no-merged=HEAD']),
    ];
    const output = await this.repository.git('for-each-ref', ...options, 'refs/heads', 'refs/remotes');
    const byName = new Map(tips.map((tip) => [tip.name, tip]));
    const commits = new Map<string, BranchTip>();
    for (const name of output.split('\n')) {
      const tip = byName.get(name);
      const known = tip && commits.get(tip.commit);
      // A local branch takes precedence over its copy on the server.
      if (tip && (known === undefined || tip.name < known.name)) commits.set(tip.commit, tip);
    }
    const all = [...commits.values()];
    return { beyond: all.slice(0, MAX_BRANCHES), left: Math.max(0, all.length - MAX_BRANCHES) };
  }

  async #documentOf(blob: string | undefined, known: KnownRecords | undefined): Promise<GoalDocument> {
    for await (const { bytes } of readBlobs(this.repository, blob === undefined ? [] : [blob])) {
      return parsed(bytes, known) ?? emptyDocument();
    }
    return emptyDocument();
  }

  async #changes(
    cache: BranchCache,
    document: GoalDocument,
    blobs: readonly string[],
    known: KnownRecords | undefined,
  ): Promise<ChangedRecords> {
    const missing = blobs.filter((blob) => !cache.blobs.has(blob));
    const kept: BranchCache = {
      base: cache.base,
      blobs: new Map([...cache.blobs].filter(([blob]) => blobs.includes(blob))),
    };
    for await (const { blob, bytes } of readBlobs(this.repository, missing)) {
      const there = parsed(bytes, known);
      kept.blobs.set(blob, there ? changedRecords(document, there) : new Map());
    }
    if (missing.length > 0 || kept.blobs.size < cache.blobs.size) await writeBranchCache(this.repository, kept);
    return kept.blobs;
  }

  async #branches(
    { head, tips, integration }: BranchTips,
    beyond: readonly BranchTip[],
    blobOf: ReadonlyMap<string, string>,
    changed: ChangedRecords,
  ): Promise<BranchRecords[]> {
    const main = new Set(integration.map(({ name }) => name));
    const speaking = beyond.filter(({ name, commit }) => {
      const blob = blobOf.get(commit);
      return main.has(name) || (blob !== undefined && (changed.get(blob)?.size ?? 0) > 0);
    });
    if (speaking.length === 0) return [];
    const authors = await blobAuthors(
      this.repository,
      this.#file,
      speaking.map(({ commit }) => commit),
      [head, ...tips.filter(({ name }) => main.has(name)).map(({ commit }) => commit)].filter(
        (name) => name !== undefined,
      ),
    );
    return speaking.map(({ name, short, commit }) => {
      const blob = blobOf.get(commit) ?? '';
      const records = changed.get(blob) ?? new Map();
      return { branch: short, commit, isIntegration: main.has(name), by: authors.get(blob), records };
    });
  }

  /** Returns the time of the last fetch, or the last time a branch of the server moved here: a fresh clone never fetched. */
  async #fetched({ tips, integration }: BranchTips): Promise<number | undefined> {
    const { gitDir, commonDir } = this.repository;
    const remote = tips.filter(({ name }) => name.startsWith('refs/remotes/'));
    if (remote.length === 0) return undefined;
    const moved = [...integration, ...remote.slice(0, 1)].filter(({ name }) => name.startsWith('refs/remotes/'));
    const files = [
      ...[gitDir, commonDir].map((folder) => path.join(folder, 'FETCH_HEAD')),
      ...['refs/remotes/origin/HEAD', ...moved.map(({ name }) => name)].map((name) =>
        path.join(commonDir, 'logs', name),
      ),
    ];
    const times = await Promise.all(files.map(async (file) => (await stat(file).catch(() => undefined))?.mtimeMs));
    const known = times.filter((time) => time !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
  }
}

function parsed(bytes: Buffer, known: KnownRecords | undefined): GoalDocument | undefined {
  return documentIn(parseGoalFile(bytes, { known, writtenBack: false }));
}

function asIntegration({ name, short }: BranchTip, document: GoalDocument): IntegrationBranch {
  return { branch: short, isRemote: name.startsWith('refs/remotes/'), document };
}
