import * as vscode from 'vscode';
import { planSign } from '../../core/rules/pactPlans';
import { awaitedSignature } from '../../core/rules/pactWaiting';
import type { Snapshot } from '../../core/rules/snapshot';
import { systemRandom } from '../../store/nodePorts';
import { PlainError } from '../commandBoundary';
import { COMMANDS } from '../contributions';
import { askSignature } from '../records/askSignature';
import { savePlan } from '../records/savePlan';
import type { CommandDeps } from './deps';
import { currentSnapshot, offeredTarget } from './targets';

const { t } = vscode.l10n;

/** Agreeing to a pact: its terms are read, and Enter signs what was read and nothing else. */
export function registerSignCommand(deps: CommandDeps): void {
  deps.register(COMMANDS.signPact, (...args) => sign(deps, args));
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
  if (!target) return;
  const { node, snapshot } = target;
  const pact = snapshot.pacts.get(node.goal.id);
  // Nobody is asked to read what they may not sign.
  const trial = planSign(node, {}, snapshot, systemRandom);
  if (!pact || 'problem' in trial) {
    await savePlan(trial, deps.service);
    return;
  }
  const confidence = await askSignature(pact, node, snapshot);
  if (confidence === undefined) return;
  const now = await snapshotOnDisk(deps);
  const present = now.goals.get(pact.id);
  if (!present) throw new PlainError(t('It is gone; nothing was saved.'));
  await savePlan(planSign(present, { confidence, shown: pact.terms.hash }, now, systemRandom), deps.service);
}

/** Somebody else's edit may have come while the terms were read, and the watch may tell of it a moment later. */
async function snapshotOnDisk(deps: CommandDeps): Promise<Snapshot> {
  await deps.service.refresh();
  return currentSnapshot(deps);
}
