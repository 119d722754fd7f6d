import { daysBetween } from '../text/isoDate';
import { oneLine } from '../text/safeText';
import type { CheckInDraft, DraftedBlocker } from './draftCheckIn';
import type { Snapshot } from '../snapshot/snapshot';

/** Words around the content of a draft, in the language of its reader. */
export interface DraftWords {
  readonly done: string;
  readonly inFlight: string;
  readonly blocked: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly waitsFor: (name: string) => string;
  readonly days: (count: number) => string;
}

export const ENGLISH: DraftWords = {
  done: 'Done',
  inFlight: 'In flight',
  blocked: 'Blocked',
  nothing: 'No news',
  more: (count) => `${count} more`,
  waitsFor: (name) => `waits for ${name}`,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
};

const MOST = 5;
const LONGEST = 80;

/** Returns a draft as one line that a person may edit before posting it: `10 → 2 ms; Done: …; In flight: …; Blocked: … · 4/5`. */
export function checkInText(draft: CheckInDraft, words: DraftWords, snapshot: Snapshot): string {
  const list = (heading: string, items: readonly string[]): string[] => {
    if (items.length === 0) return [];
    const more = items.length > MOST ? [words.more(items.length - MOST)] : [];
    return [`${heading}: ${[...items.slice(0, MOST), ...more].join(', ')}`];
  };
  const blocked = draft.blocked.map((each) => blockedText(each, words, snapshot));
  const parts = [
    ...(draft.measure === undefined ? [] : [draft.measure]),
    ...list(words.done, draft.done),
    ...list(words.inFlight, draft.inFlight),
    ...list(words.blocked, blocked),
  ];
  const text = parts.length === 0 ? words.nothing : parts.join('; ');
  return draft.confidence === undefined ? text : `${text} · ${draft.confidence}/5`;
}

function blockedText({ note, needs, since }: DraftedBlocker, words: DraftWords, snapshot: Snapshot): string {
  const days = since === undefined ? 0 : daysBetween(since, snapshot.calendar.today);
  const about = [
    ...(needs === undefined ? [] : [words.waitsFor(snapshot.people.get(needs) ?? needs)]),
    ...(days > 0 ? [words.days(days)] : []),
  ];
  const text = oneLine(note, LONGEST);
  return about.length === 0 ? text : `${text} (${about.join(', ')})`;
}

/** Reads what a person typed; the confidence is at its end, as in `form done 4/5`. */
export function readCheckInText(text: string): { readonly note: string; readonly confidence: number | undefined } {
  const [, note = '', digit] = /^(.*?)(?:(?:^|[\s·;,]+)([1-5])\/5)?\s*$/s.exec(text) ?? [];
  return { note: note.trim(), confidence: digit === undefined ? undefined : Number(digit) };
}
