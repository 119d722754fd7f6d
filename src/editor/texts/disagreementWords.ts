import * as vscode from 'vscode';
import type { Json } from '../../core/document/json';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine, visible } from '../../core/text/safeText';
import type { ClaimAuthor } from '../../git/people/stampAuthors';
import { personWord } from './words';

const { t } = vscode.l10n;
const MAX_VALUE = 80;

/** Returns the words for a value of the register `path`: goals by their title, people by their name. */
export function claimWord(path: string, value: Json | undefined, snapshot: Snapshot): string {
  if (value === undefined) return t('nothing');
  if (typeof value !== 'string') return oneLine(JSON.stringify(value), MAX_VALUE);
  if (path === 'parent') return oneLine(snapshot.goals.get(value)?.goal.title ?? value, MAX_VALUE);
  return oneLine(path === 'owner' ? personWord(value, snapshot.people) : value, MAX_VALUE);
}

export function authorWord(author: ClaimAuthor | undefined): string {
  return author ? visible(author.name) : t('somebody');
}
