import * as vscode from 'vscode';
import type { BlockerNode } from '../../core/followUp/blockers';
import { isOpenBlocker } from '../../core/followUp/blockers';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { personWord } from '../texts/words';
import type { RowWords } from './rowWords';

const { t } = vscode.l10n;
const LONGEST = 200;

/** Returns the words for a blocker's row: whom it waits for, or how it was cleared. */
export function blockerWords(node: BlockerNode, snapshot: Snapshot): RowWords {
  const { needs, resolution } = node.values;
  if (isOpenBlocker(node, snapshot)) {
    const waits = needs === undefined ? t('open') : t('waits for {0}', personWord(needs, snapshot.people));
    return { facts: [waits], context: ['openBlocker'] };
  }
  return { facts: [resolution === undefined ? t('cleared') : t('cleared: {0}', oneLine(resolution, LONGEST))] };
}
