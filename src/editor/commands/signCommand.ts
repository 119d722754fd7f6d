import * as vscode from 'vscode';
import { commitsHere } from '../../app/placeFacts';
import { openPact, planSign } from '../../core/pacts/pactPlans';
import { awaitedSignature, proxyParties } from '../../core/pacts/pactWaiting';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { askSignature } from '../records/askSignature';
import { savePlan } from '../records/savePlan';
import { personWord } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, offeredTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that sign a pact: the person reads the terms, and Enter signs exactly those. */
export function registerSignCommand(deps: CommandDeps): void {
  deps.register(COMMANDS.signPact, (call) => sign(deps, call));
  deps.register(COMMANDS.signForOther, (call) => signForOther(deps, call));
}

async function sign(deps: CommandDeps, call: Call): Promise<void> {
  const target = await offeredTarget(deps, call, {
    isOffered: ({ goal, scope }, { pacts, me }) => {
      const pact = pacts.get(goal.id);
      return pact !== undefined && awaitedSignature(pact, { scope }, me) !== undefined;
    },
    none: t('No pact waits for your signature.'),
    placeHolder: t('Which pact do you sign?'),
  });
  if (target) await askAndSign(deps, target);
}

/** Signs for somebody who has no editor; the record says who signed for them. */
async function signForOther(deps: CommandDeps, call: Call): Promise<void> {
  const target = await offeredTarget(deps, call, {
    isOffered: ({ goal, scope }, { pacts, me }) => {
      const pact = pacts.get(goal.id);
      return pact !== undefined && scope === 'team' && proxyParties(pact, me).length > 0;
    },
    none: t('No pact waits for the signature of somebody else.'),
    placeHolder: t('Which pact?'),
  });
  const pact = target && openPact(target.node, target.snapshot);
  if (!pact) return;
  if ('problem' in pact) return savePlan(pact, deps.service);
  const { people, me } = target.snapshot;
  const rows = proxyParties(pact, me).map(({ person }) => ({
    label: `$(person) ${escapeIcons(personWord(person, people))}`,
    description: escapeIcons(visible(person)),
    person,
  }));
  if (rows.length === 0) throw new PlainError(t('No pact waits for the signature of somebody else.'));
  const picked = await vscode.window.showQuickPick(rows, {
    placeHolder: t('Who asked you to sign for them? It is recorded that you did.'),
  });
  if (picked) await askAndSign(deps, target, picked.person);
}

/** Shows the terms and signs them. @param other address of the person it is signed for, if that is somebody else */
async function askAndSign(
  deps: CommandDeps,
  { node, snapshot }: { readonly node: GoalNode; readonly snapshot: Snapshot },
  other?: string,
): Promise<void> {
  const pact = snapshot.pacts.get(node.goal.id);
  // Check first: nobody is asked to read terms they may not sign.
  const trial = planSign(node, { for: other }, snapshot, systemRandom);
  if (!pact || 'problem' in trial) {
    await savePlan(trial, deps.service);
    return;
  }
  const confidence = await askSignature(pact, node, snapshot, other);
  if (confidence === undefined) return;
  const now = await snapshotOnDisk(deps);
  const present = now.goals.get(pact.id);
  if (!present) throw new PlainError(t('It is gone; nothing was saved.'));
  const { place } = deps.service;
  const isHeld = other === undefined || !place || (await commitsHere(other, place));
  const signing = { confidence, shown: pact.terms.hash, for: other, isHeld };
  await savePlan(planSign(present, signing, now, systemRandom), deps.service);
}

/** Reads the files again: an edit made while the person read the terms may reach the watch only a moment later. */
async function snapshotOnDisk(deps: CommandDeps): Promise<Snapshot> {
  await deps.service.refresh();
  return currentSnapshot(deps);
}
