import { oneLine } from '../text/safeText';
import type { Snapshot } from '../snapshot/snapshot';
import type { Win } from '../together/wins';
import { winsOf } from '../together/wins';

/** A win as the team panel shows it: plain data, with people by name. */
export interface WinLine {
  readonly what: Win['what'];
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly by: string | null;
  readonly to: readonly string[];
}

const MAX_TEXT = 300;
const MAX_NAME = 100;

/** Returns the team's wins since Monday, latest first, without those of personal goals. */
export function winReport(snapshot: Snapshot): readonly WinLine[] {
  const name = (id: string): string => oneLine(snapshot.people.get(id) ?? id, MAX_NAME);
  return winsOf(snapshot)
    .filter(({ scope }) => scope === 'team')
    .map(({ what, id, text, at, by, to }) => ({
      what,
      id,
      text: oneLine(text, MAX_TEXT),
      at,
      by: by === undefined ? null : name(by),
      to: to.map(name),
    }));
}
