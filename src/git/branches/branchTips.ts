import { readGitSettings } from '../run/gitSettings';
import type { Repository } from '../run/repository';
import { currentBranch, headCommit } from '../run/repositoryFacts';

export interface BranchTip {
  /** Full name, e.g. `refs/remotes/origin/main`. */
  readonly name: string;
  /** Short name as people write it, e.g. `origin/main`. */
  readonly short: string;
  readonly commit: string;
}

export interface BranchTips {
  /** Commit of HEAD; undefined before the first commit. */
  readonly head: string | undefined;
  /** Short name of the branch HEAD is on; undefined with a detached HEAD. */
  readonly branch: string | undefined;
  /** Local and remote branches that point at a commit, by full name. */
  readonly tips: readonly BranchTip[];
  /** Integration branches, to which finished work goes, most trusted first. */
  readonly integration: readonly BranchTip[];
  /** Configured names of integration branches that no branch here has. */
  readonly unknown: readonly string[];
}

const INTEGRATION = ['main', 'master', 'develop'];

/** Returns git's list of all local and remote branches: the text changes whenever one of them or HEAD's branch does. */
export function readRefs(repository: Repository): Promise<string> {
  const format = '--format=%(refname)%00%(objectname)%00%(objecttype)%00%(symref)%00%(HEAD)';
  return repository.git('for-each-ref', format, 'refs/heads', 'refs/remotes');
}

/** Reads the branches. Configured names are only compared with existing ones: none of them is ever passed to git. */
export async function readBranchTips(repository: Repository): Promise<BranchTips> {
  const [output, chosen] = await Promise.all([readRefs(repository), chosenBranches(repository)]);
  const rows = output.split('\n').map((line) => line.split('\0'));
  const { head, branch } = await standing(repository, rows);
  const tips = rows
    .filter(([, , type, symref]) => type === 'commit' && symref === '')
    .map(([name = '', commit = '']) => ({ name, short: shortName(name), commit }));
  const remoteHead = rows.find(([name]) => name === 'refs/remotes/origin/HEAD')?.[3];
  const wanted =
    chosen.length > 0
      ? chosen
      : [
          ...(remoteHead ? [shortName(remoteHead)] : []),
          ...INTEGRATION,
          ...INTEGRATION.map((name) => `origin/${name}`),
        ];
  const found = wanted.map((short) => tips.find((tip) => tip.short === short)).filter((tip) => tip !== undefined);
  const unknown = chosen.filter((short) => !found.some((tip) => tip.short === short));
  return { head, branch, tips, integration: found, unknown };
}

/** Returns the configured short names; the editor's settings take precedence over git's. */
async function chosenBranches(repository: Repository): Promise<readonly string[]> {
  const set = (repository.integration ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const names = set.length > 0 ? set : (await readGitSettings(repository)).integrationBranches;
  return [...new Set(names.map(shortName))];
}

/** Returns HEAD's commit and branch. git marks the branch HEAD is on, unless HEAD is detached or its branch has no commit yet. */
async function standing(
  repository: Repository,
  rows: readonly (readonly string[])[],
): Promise<Pick<BranchTips, 'head' | 'branch'>> {
  const [name, commit] = rows.find((row) => row[4] === '*') ?? [];
  if (name !== undefined) return { head: commit, branch: shortName(name) };
  const [head, branch] = await Promise.all([headCommit(repository), currentBranch(repository)]);
  return { head, branch };
}

function shortName(name: string): string {
  return name.replace(/^refs\/(heads|remotes)\//, '');
}

/** Returns the full names of the commits of HEAD and of all branches, each once. */
export function tipNames({ head, tips }: BranchTips): readonly string[] {
  const names = [head, ...tips.map((tip) => tip.commit)].filter((name) => name !== undefined);
  return [...new Set(names)];
}
