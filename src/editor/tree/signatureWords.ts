import * as vscode from 'vscode';
import type { Doubt, Provenance } from '../../core/snapshot/provenance';
import type { SignatureNode } from '../../core/snapshot/signatureStanding';
import { isByProxy, isCounted, standingOf } from '../../core/snapshot/signatureStanding';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { personWord } from '../texts/words';
import type { RowWords } from './rowWords';

const { t } = vscode.l10n;

/** Returns a signature's facts: declined, earlier terms, for whom it was given, and whether history confirms it. */
export function signatureWords(node: SignatureNode, snapshot: Snapshot): RowWords {
  const { people, pacts } = snapshot;
  const { declines, terms, for: party = '' } = node.values;
  const present = pacts.get(node.goal ?? '')?.terms.hash;
  const standing = standingOf(node.id, snapshot);
  return {
    verdict: isCounted(standing) ? undefined : t('does not count'),
    facts: [
      ...(declines ? [t('declined')] : []),
      ...(present !== undefined && terms !== present ? [t('earlier terms')] : []),
      ...(isByProxy(node) ? [t('for {0}, by proxy', personWord(party, people))] : []),
      ...(standing?.state === 'unconfirmed' ? [t('unconfirmed')] : []),
      ...(standing?.state === 'contradicted' ? [t('contradicted')] : []),
    ],
    ...signatureMark(node, standing, people),
  };
}

/** Returns a grey mark if history does not tell who signed, a red one if somebody else did; a word beside it says the same. */
function signatureMark(
  node: SignatureNode,
  standing: Provenance | undefined,
  people: Snapshot['people'],
): Pick<RowWords, 'icon' | 'tooltip'> {
  const who = personWord(node.author ?? '', people);
  if (standing?.state === 'unconfirmed') {
    const icon = new vscode.ThemeIcon(node.kind.icon, new vscode.ThemeColor('disabledForeground'));
    return { icon, tooltip: doubtWords(node, standing, who, people) };
  }
  if (standing?.state !== 'contradicted') return {};
  const { author, commit } = standing;
  const icon = new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground'));
  const tooltip = t(
    '{0} brought or changed the signature of {1}, in commit {2}. It does not count until {1} signs again.',
    personWord(author, people),
    who,
    commit.slice(0, 8),
  );
  return { icon, tooltip };
}

function doubtWords(node: SignatureNode, doubt: Doubt, who: string, people: Snapshot['people']): string {
  const { reason, counts } = doubt;
  if (reason === 'uncommitted' && counts) return t('Not committed yet.');
  if (reason === 'by others') {
    const [author, commit] = [personWord(doubt.author, people), doubt.commit.slice(0, 8)];
    return t('{0} committed it, in commit {1}: it does not count until {2} signs again.', author, commit, who);
  }
  if (reason === 'proxy' && !counts) {
    const waiting = personWord(node.values.for ?? '', people);
    return t('{0} signed for {1}, who commits here: it does not count until {1} signs.', who, waiting);
  }
  if (!counts) return t('No commit here has it: it does not count until {0} has committed it.', who);
  if (!isByProxy(node)) return t('History does not tell whether {0} signed; only signed commits prove it.', who);
  const party = personWord(node.values.for ?? '', people);
  return t('{0} signed as proxy: history cannot tell whether {1} agrees.', who, party);
}
