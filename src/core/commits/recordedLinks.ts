import { documentIn } from '../document/fileReading';
import { kindLetter } from '../document/recordId';
import { linkKind } from '../model/link';
import { OBJECT_NAME } from '../snapshot/linkedCommit';
import type { LinkedCommit, LinkedGoal, RecordPlace } from '../snapshot/linkedCommit';
import { readRecord } from '../model/readRecord';
import { changedAt, createdAt } from '../model/recordTimes';
import { groupedBy } from '../snapshot/groupedBy';
import type { SourceReading } from '../snapshot/snapshot';

export interface RecordedLink {
  readonly goal: string;
  /** Full object name. */
  readonly commit: string;
  /** Identity of the commit's changes, by `git patch-id --stable`; undefined for a merge and an empty commit. */
  readonly patch: string | undefined;
  readonly closes: boolean;
  /** Time of the recording, milliseconds since 1970; undefined without a valid stamp. */
  readonly since: number | undefined;
  /** Time at which it was said whether the commit closes the goal; undefined without a valid stamp. */
  readonly said: number | undefined;
  readonly place: RecordPlace;
}

/** Returns the links that records in the files make, in addition to those that commit messages make. */
export function recordedLinks(sources: readonly SourceReading[]): RecordedLink[] {
  const links: RecordedLink[] = [];
  for (const { reading, path: source } of sources) {
    for (const [id, record] of documentIn(reading)?.records ?? []) {
      if (kindLetter(id) !== linkKind.letter) continue;
      const { goal, commit, closes, patch, deleted } = readRecord(linkKind, id, record).values;
      if (deleted || goal === undefined || commit === undefined || !OBJECT_NAME.test(commit)) continue;
      const known = patch !== undefined && OBJECT_NAME.test(patch) ? patch : undefined;
      links.push({
        goal,
        commit,
        patch: known,
        closes,
        since: createdAt(record),
        said: changedAt(record, 'closes'),
        place: { id, source },
      });
    }
  }
  return links;
}

/**
 * Returns the commits, newest first, each with the goals that its message names and those that records link it to.
 * @param recorded the commits that only records name, by the name in the record: the commit itself, or its rewritten form.
 */
export function withRecordedLinks(
  commits: readonly LinkedCommit[],
  links: readonly RecordedLink[],
  recorded: ReadonlyMap<string, LinkedCommit>,
): readonly LinkedCommit[] {
  if (links.length === 0) return commits;
  const known = new Map(commits.map((commit) => [commit.commit, commit]));
  const byCommit = groupedBy(links, (link) => {
    const target = known.get(link.commit) ?? recorded.get(link.commit);
    if (target && !known.has(target.commit)) known.set(target.commit, target);
    return target?.commit;
  });
  const joined = Array.from(known.values(), (commit) => joinGoals(commit, byCommit.get(commit.commit) ?? []));
  return joined.sort((a, b) => b.date - a.date);
}

/** Returns the recorded links that tie this commit to a goal; none if its message does. */
export function linksTo(goal: string, commit: LinkedCommit, recorded: readonly RecordedLink[]): RecordedLink[] {
  const records = commit.goals.find(({ id }) => id === goal)?.records ?? [];
  const named = new Set(records.map(placeKey));
  return recorded.filter(({ place }) => named.has(placeKey(place)));
}

function placeKey({ id, source }: RecordPlace): string {
  return `${id} ${source}`;
}

function joinGoals(commit: LinkedCommit, links: readonly RecordedLink[]): LinkedCommit {
  if (links.length === 0) return commit;
  const goals = new Map<string, LinkedGoal>(commit.goals.map((goal) => [goal.id, goal]));
  for (const [id, those] of groupedBy(links, ({ goal }) => goal)) {
    const before = goals.get(id);
    const closes = before?.closes === true || those.some((link) => link.closes);
    const closedAt = Math.max(...those.map((link) => (link.closes ? (link.said ?? 0) : 0)));
    const records = [...(before?.records ?? []), ...those.map(({ place }) => place)];
    goals.set(id, { id, closes, records, ...(closedAt > 0 ? { closedAt } : {}) });
  }
  return { ...commit, goals: [...goals.values()] };
}
