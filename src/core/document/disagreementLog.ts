import type { Json } from './json';
import { isObject, member } from './json';
import type { Claim, Disagreement } from './merge';
import { parseStamp } from './stamp';

/** A disagreement as a clone logs it: one JSON object per line. */
export interface LoggedDisagreement extends Disagreement {
  /** Path of the goals file in the work tree, with slashes. */
  readonly file: string;
  /** The merged commits, if they are known. */
  readonly tips: { readonly ours?: string | undefined; readonly theirs?: string | undefined };
}

export function formatLogLines(entries: readonly LoggedDisagreement[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

/** Returns the entries that can be read; skips others, such as a line that a full disk cut off. */
export function parseLogLines(text: string): LoggedDisagreement[] {
  return text.split('\n').flatMap((line) => {
    try {
      const entry = asEntry(JSON.parse(line) as Json);
      return entry === undefined ? [] : [entry];
    } catch {
      return [];
    }
  });
}

function asEntry(json: Json): LoggedDisagreement | undefined {
  if (!isObject(json)) return undefined;
  const [file, record, path] = ['file', 'record', 'path'].map((key) => member(json, key));
  const [ours, theirs] = [asClaim(member(json, 'ours')), asClaim(member(json, 'theirs'))];
  const winner = member(json, 'winner');
  if (typeof file !== 'string' || typeof record !== 'string' || typeof path !== 'string') return undefined;
  if (!ours || !theirs || (winner !== 'ours' && winner !== 'theirs')) return undefined;
  const tips = member(json, 'tips');
  const tip = (side: string): string | undefined => asCommit(isObject(tips) ? member(tips, side) : undefined);
  return { file, record, path, ours, theirs, winner, tips: { ours: tip('ours'), theirs: tip('theirs') } };
}

function asClaim(json: Json | undefined): Claim | undefined {
  if (!isObject(json)) return undefined;
  const stamp = member(json, 'stamp');
  return { value: member(json, 'value'), stamp: parseStamp(stamp) ? (stamp as string) : undefined };
}

function asCommit(json: Json | undefined): string | undefined {
  return typeof json === 'string' && /^[0-9a-f]{40,64}$/.test(json) ? json : undefined;
}
