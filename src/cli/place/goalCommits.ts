import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import { recordedLinks, withRecordedLinks } from '../../core/commits/recordedLinks';
import type { VerbPlace } from './verbPlace';

/** Returns the commits of one goal, newest first, without applying the rules to all goals. */
export async function goalCommits({ files, commits: source }: VerbPlace, id: string): Promise<readonly LinkedCommit[]> {
  const readings = files.map(async ({ scope, file }) => ({ scope, path: file.path, reading: await file.read() }));
  const links = recordedLinks(await Promise.all(readings)).filter(({ goal }) => goal === id);
  const commits = (await source?.commitsNaming?.([id, ...links.map(({ commit }) => commit)])) ?? [];
  const missing = links.filter((link) => !commits.some(({ commit }) => commit === link.commit));
  const recorded = missing.length === 0 ? undefined : await source?.recorded?.(missing);
  const linked = withRecordedLinks(commits, links, recorded ?? new Map());
  return linked.filter(({ goals }) => goals.some((goal) => goal.id === id));
}
