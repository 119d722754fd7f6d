import * as vscode from 'vscode';
import type { Doubt } from '../../core/snapshot/provenance';
import { isByProxy, isCounted, standingOf } from '../../core/snapshot/signatureStanding';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { personWord } from '../texts/words';

const { t } = vscode.l10n;

/** What a signature says besides its note: that it declines, that the terms were others, for whom it was given, and whether history bears it out. */
export function signatureFacts(node: RecordNode, snapshot: Snapshot): string[] {
  const { people, pacts } = snapshot;
  const { values } = node;
  const terms = pacts.get(node.goal ?? '')?.terms.hash;
  const standing = standingOf(node.id, snapshot);
  return [
    ...(values['declines'] === true ? [t('declined')] : []),
    ...(terms !== undefined && values['terms'] !== terms ? [t('earlier terms')] : []),
    ...(isByProxy(node) ? [t('for {0}, by proxy', personWord(String(values['for']), people))] : []),
    ...(standing?.state === 'unconfirmed' ? [t('unconfirmed')] : []),
    ...(standing?.state === 'contradicted' ? [t('contradicted')] : []),
  ];
}

/** Grey where history does not tell who signed, red where it says that it was somebody else; a word beside it says the same. */
export function markSignature(item: vscode.TreeItem, node: RecordNode, snapshot: Snapshot): void {
  const { people } = snapshot;
  const standing = standingOf(node.id, snapshot);
  const who = personWord(node.author ?? '', people);
  if (standing?.state === 'unconfirmed') {
    item.iconPath = new vscode.ThemeIcon(node.kind.icon, new vscode.ThemeColor('disabledForeground'));
    item.tooltip = doubtWords(node, standing, who, people);
  } else if (standing?.state === 'contradicted') {
    const { author, commit } = standing;
    item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
    item.tooltip = t(
      '{0} brought or changed the signature of {1}, in commit {2}. It does not count until {1} signs again.',
      personWord(author, people),
      who,
      commit.slice(0, 8),
    );
  }
}

/** What a row begins with, as a long note would push it out of sight; undefined for what counts and is no signature. */
export function verdictWord({ id, kind }: RecordNode, snapshot: Snapshot): string | undefined {
  const isUncounted = kind.name === 'signature' && !isCounted(standingOf(id, snapshot));
  return isUncounted ? t('does not count') : undefined;
}

function doubtWords(node: RecordNode, doubt: Doubt, who: string, people: Snapshot['people']): string {
  const { reason, counts } = doubt;
  if (reason === 'uncommitted' && counts) return t('Not committed yet.');
  if (reason === 'by others') {
    const [author, commit] = [personWord(doubt.author, people), doubt.commit.slice(0, 8)];
    return t('{0} committed it, in commit {1}: it does not count until {2} signs again.', author, commit, who);
  }
  if (!counts) return t('No commit here has it: it does not count until {0} has committed it.', who);
  if (!isByProxy(node)) return t('History does not tell whether {0} signed; only signed commits prove it.', who);
  const party = personWord(String(node.values['for']), people);
  return t('{0} signed as proxy: history cannot tell whether {1} agrees.', who, party);
}
