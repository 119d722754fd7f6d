import * as vscode from 'vscode';
import { isOpenBlocker } from '../../core/followUp/blockers';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { personWord } from '../texts/words';

const { t } = vscode.l10n;
const LONGEST = 200;

/** Whom an open blocker waits for, or how it was cleared. */
export function blockerFacts(node: RecordNode, snapshot: Snapshot): string[] {
  const { needs, resolution } = node.values;
  if (isOpenBlocker(node, snapshot)) {
    return [typeof needs === 'string' ? t('waits for {0}', personWord(needs, snapshot.people)) : t('open')];
  }
  return [typeof resolution === 'string' ? t('cleared: {0}', oneLine(resolution, LONGEST)) : t('cleared')];
}

/** What menus ask for. */
export function blockerContext(node: RecordNode, snapshot: Snapshot): string[] {
  return isOpenBlocker(node, snapshot) ? ['openBlocker'] : [];
}
