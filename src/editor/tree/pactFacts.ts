import * as vscode from 'vscode';
import { isProposedTo } from '../../core/rules/acceptance';
import { awaitedSignature } from '../../core/rules/pactWaiting';
import type { Pact } from '../../core/rules/pactView';
import type { GoalNode, Snapshot } from '../../core/rules/snapshot';
import { statusWord } from '../words';

const { t } = vscode.l10n;

/** How far a goal is agreed: a pact by its signatures, any other by its status. */
export function agreementFacts({ goal }: GoalNode, { pacts, provenance }: Snapshot): string[] {
  const pact = pacts.get(goal.id);
  if (pact) {
    const isContradicted = pact.parties.some(
      ({ uncounted }) => provenance.get(uncounted ?? '')?.state === 'contradicted',
    );
    return [...pactWords(pact), ...(isContradicted ? [t('contradicted')] : [])];
  }
  return goal.status === 'open' || goal.status === 'done' ? [] : [statusWord(goal.status)];
}

function pactWords({ state, parties, isDoubted }: Pact): string[] {
  const signed = parties.filter((party) => party.state === 'signed').length;
  const count = t('signed {0} of {1}', signed, parties.length);
  const words: Record<Pact['state'], string[]> = {
    draft: [t('draft')],
    proposed: [count],
    active: [t('signed by all')],
    lapsed: [t('lapsed'), count],
    kept: [],
    missed: [statusWord('missed')],
    dropped: [statusWord('dropped')],
    paused: [statusWord('paused')],
  };
  const isDeclined = state === 'proposed' && parties.some((party) => party.state === 'declined');
  return [...words[state], ...(isDeclined ? [t('declined')] : []), ...(isDoubted ? [t('renegotiate')] : [])];
}

/** What menus ask for. */
export function agreementContext(node: GoalNode, { pacts, me }: Snapshot): string[] {
  if (isProposedTo(node, me)) return ['proposedToMe'];
  const pact = pacts.get(node.goal.id);
  if (!pact || node.scope !== 'team') return [];
  switch (pact.state) {
    case 'draft':
      return ['draftPact'];
    case 'proposed':
    case 'active':
    case 'lapsed':
      return ['openPact', ...(awaitedSignature(pact, node, me) === undefined ? [] : ['sign'])];
    case 'kept':
    case 'missed':
    case 'dropped':
    case 'paused':
      return [];
  }
}
