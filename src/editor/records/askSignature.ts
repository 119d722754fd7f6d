import * as vscode from 'vscode';
import { termsBefore } from '../../core/pacts/pactState';
import type { Pact } from '../../core/snapshot/pactView';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { termsDifference, termsLines } from '../../core/pacts/termsLines';
import { wrapped } from '../../core/text/wrapped';
import { escapeIcons, visible } from '../../core/text/safeText';
import { personWord, plain } from '../texts/words';
import { termsWords } from './termsText';

const { t } = vscode.l10n;

const SURE = [5, 4, 3, 2, 1] as const;
const USUAL = 4;
/** Characters that fit in a row of a quick pick in a narrow window. The rest goes into rows below: signers read everything. */
const ROW_WIDTH = 76;

interface Row extends vscode.QuickPickItem {
  /** Confidence that the row chooses; undefined for a row that is only read. */
  readonly confidence?: number;
}

/**
 * Shows the terms, changes first, and takes Enter for a signature.
 * @param other address of the person it is signed for, if that is somebody else
 * @returns the person's confidence, 1 to 5; undefined if they cancelled
 */
export function askSignature(
  pact: Pact,
  node: GoalNode,
  snapshot: Snapshot,
  other?: string,
): Promise<number | undefined> {
  const choices = SURE.map(choiceRow);
  const last = pact.parties.find(({ person }) => person === (other ?? snapshot.me))?.signature?.confidence ?? USUAL;
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = plain(node.goal.title);
  pick.placeholder =
    other === undefined
      ? t('Enter signs the terms below. How sure are you that you reach it?')
      : t('Enter signs the terms below for {0}. How sure are they?', personWord(other, snapshot.people));
  pick.ignoreFocusOut = true;
  pick.items = [...choices, ...changeRows(pact, node, snapshot), ...termRows(pact, snapshot)];
  pick.activeItems = choices.filter(({ confidence }) => confidence === last);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [row] = pick.activeItems;
      if (row?.confidence === undefined) return;
      resolve(row.confidence);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function choiceRow(confidence: number): Row {
  const words: Readonly<Record<number, string>> = { 5: t('surely'), 3: t('maybe'), 1: t('hardly') };
  return { label: `$(pencil) ${t('Sign')}: ${confidence}/5`, description: words[confidence] ?? '', confidence };
}

function changeRows(pact: Pact, node: GoalNode, snapshot: Snapshot): Row[] {
  const before = termsBefore(pact, node.goal, snapshot.me);
  const changes = before ? termsDifference(before, pact.terms, termsWords(snapshot)) : [];
  if (changes.length === 0) return [];
  return [
    heading(t('What changed')),
    ...changes.flatMap(({ label, before: old, after }) => [
      ...(old === undefined ? [] : readRows('$(diff-removed) ', `${label}: ${old}`)),
      ...(after === undefined ? [] : readRows('$(diff-added) ', `${label}: ${after}`)),
    ]),
  ];
}

function termRows({ terms }: Pact, snapshot: Snapshot): Row[] {
  const lines = termsLines(terms, termsWords(snapshot));
  return [heading(t('The terms')), ...lines.flatMap(({ label, text }) => readRows('', `${label}: ${text}`))];
}

function heading(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Returns rows that are always shown: typing narrows the choice of confidence and never hides what is signed. */
function readRows(mark: string, text: string): Row[] {
  const lines = visible(text)
    .split('\n')
    .flatMap((line) => wrapped(line, ROW_WIDTH));
  return lines.map((line, index) => ({
    label: `${index === 0 ? mark : '\u2003'}${escapeIcons(line)}`,
    alwaysShow: true,
  }));
}
