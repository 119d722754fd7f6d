import * as vscode from 'vscode';
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
import { currentSnapshot, offeredTarget } from './targets';

const { t } = vscode.l10n;

/** Agreeing to a pact: its terms are read, and Enter signs what was read and nothing else. */
export function registerSignCommand(deps: CommandDeps): void {
  deps.register(COMMANDS.signPact, (...args) => sign(deps, args));
  deps.register(COMMANDS.signForOther, (...args) => signForOther(deps, args));
}

async function sign(deps: CommandDeps, args: readonly unknown[]): Promise<void> {
  const target = await offeredTarget(deps, args, {
    isOffered: ({ goal, scope }, { pacts, me }) => {
      const pact = pacts.get(goal.id);
      return pact !== undefined && awaitedSignature(pact, { scope }, me) !== undefined;
    },
    none: t('No pact waits for your signature.'),
    placeHolder: t('Which pact do you sign?'),
  });
  if (target) await askAndSign(deps, target);
}

/** For somebody who has no editor: it is recorded who signed for them. */
async function signForOther(deps: CommandDeps, args: readonly unknown[]): Promise<void> {
  const target = await offeredTarget(deps, args, {
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

/** @param other address of the person it is given for, where that is somebody else. */
async function askAndSign(
  deps: CommandDeps,
  { node, snapshot }: { readonly node: GoalNode; readonly snapshot: Snapshot },
  other?: string,
): Promise<void> {
  const pact = snapshot.pacts.get(node.goal.id);
  // Nobody is asked to read what they may not sign.
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
  const signing = { confidence, shown: pact.terms.hash, for: other };
  await savePlan(planSign(present, signing, now, systemRandom), deps.service);
}

/** Somebody else's edit may have come while the terms were read, and the watch may tell of it a moment later. */
async function snapshotOnDisk(deps: CommandDeps): Promise<Snapshot> {
  await deps.service.refresh();
  return currentSnapshot(deps);
}
