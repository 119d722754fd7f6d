import type * as vscode from 'vscode';
import type { Fields } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import { isOf } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';

/** What the row of a record says besides its line, its author and its day. */
export interface RowWords {
  /** What the row begins with, as a long line would push it out of sight. */
  readonly verdict?: string | undefined;
  /** What stands behind the line. */
  readonly facts?: readonly string[];
  /** What menus ask for. */
  readonly context?: readonly string[];
  /** Instead of the icon of the kind. */
  readonly icon?: vscode.ThemeIcon;
  readonly tooltip?: string;
}

/** What the rows of one kind say. */
export type WordsOf<F extends Fields> = (node: RecordNode<F>, snapshot: Snapshot) => RowWords;

/** The words for the rows of one kind, as an entry of a map from kinds. */
export function wordsOf<F extends Fields>(kind: Kind<F>, words: WordsOf<F>): [Kind, WordsOf<Fields>] {
  return [kind, (node, snapshot) => (isOf(node, kind) ? words(node, snapshot) : {})];
}
