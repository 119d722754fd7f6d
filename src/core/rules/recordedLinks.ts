import { kindLetter } from '../document/recordId';
import { linkKind } from '../model/link';
import type { LinkedCommit } from '../model/linkedCommit';
import { readRecord } from '../model/readRecord';
import type { SourceReading } from './snapshot';

export interface RecordedLink {
  readonly goal: string;
  /** Full object name. */
  readonly commit: string;
  readonly closes: boolean;
}

const OBJECT_NAME = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** The links that records of the files make, beside those that commit messages make. */
export function recordedLinks(sources: readonly SourceReading[]): RecordedLink[] {
  const links: RecordedLink[] = [];
  for (const { reading } of sources) {
    if (reading.state === 'absent' || reading.state === 'broken') continue;
    for (const [id, record] of reading.document.records) {
      if (kindLetter(id) !== linkKind.letter) continue;
      const { goal, commit, closes, deleted } = readRecord(linkKind, id, record).values;
      if (deleted || goal === undefined || commit === undefined || !OBJECT_NAME.test(commit)) continue;
      links.push({ goal, commit, closes });
    }
  }
  return links;
}

/** The commits, newest first, each with the goals that records link it to next to those its message names. */
export function withRecordedLinks(
  commits: readonly LinkedCommit[],
  links: readonly RecordedLink[],
): readonly LinkedCommit[] {
  if (links.length === 0) return commits;
  const byCommit = new Map<string, RecordedLink[]>();
  for (const link of links) byCommit.set(link.commit, [...(byCommit.get(link.commit) ?? []), link]);
  const joined = commits.map((commit) => joinGoals(commit, byCommit.get(commit.commit) ?? []));
  return joined.sort((a, b) => b.date - a.date);
}

function joinGoals(commit: LinkedCommit, links: readonly RecordedLink[]): LinkedCommit {
  if (links.length === 0) return commit;
  const closes = new Map(commit.goals.map((goal) => [goal.id, goal.closes]));
  for (const link of links) closes.set(link.goal, link.closes || closes.get(link.goal) === true);
  return { ...commit, goals: Array.from(closes, ([id, closed]) => ({ id, closes: closed })) };
}
