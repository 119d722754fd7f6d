import type * as vscode from 'vscode';
import type { Fields } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import { isOf } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';

/** Words in the row of a record besides its line, its author and its day. */
export interface RowWords {
  /** Beginning of the row, for what a long line would push out of sight. */
  readonly verdict?: string | undefined;
  /** Line in place of that of the record alone. */
  readonly line?: string;
  /** Facts after the line. */
  readonly facts?: readonly string[];
  /** Facts that menus ask for. */
  readonly context?: readonly string[];
  /** Icon in place of that of the kind. */
  readonly icon?: vscode.ThemeIcon;
  readonly tooltip?: string;
}

/** Function that returns the words for the rows of one kind. */
export type WordsOf<F extends Fields> = (node: RecordNode<F>, snapshot: Snapshot) => RowWords;

/** Returns the words for the rows of one kind as an entry of a map from kinds. */
export function wordsOf<F extends Fields>(kind: Kind<F>, words: WordsOf<F>): [Kind, WordsOf<Fields>] {
  return [kind, (node, snapshot) => (isOf(node, kind) ? words(node, snapshot) : {})];
}
