import * as vscode from 'vscode';
import type { Fields } from '../../core/model/field';
import type { Kind } from '../../core/model/kind';
import { milestoneKind } from '../../core/model/milestone';
import { resourceKind } from '../../core/model/resource';
import { planEdit } from '../../core/records/planRecord';
import type { RecordValues } from '../../core/changes/recordActions';
import { awaitsAnswer, isOf, ofKind, recordLine } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { savePlan } from '../records/savePlan';
import type { CommandDeps } from './deps';
import { offerKudos } from './kudosCommands';
import type { Call } from '../tree/call';
import { currentSnapshot, recordId } from './targets';

const { t } = vscode.l10n;

/** Registers the one-click answers to records below a goal: milestones and requested resources. */
export function registerAnswerCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.reachMilestone, async (call) => {
    const { calendar } = await currentSnapshot(deps);
    const node = await answer(deps, call, openMilestones(), milestoneKind.answers.reach.values(calendar.today));
    if (node) await offerKudos(deps, node);
  });
  register(COMMANDS.grantResource, (call) =>
    answer(deps, call, requestedResources(), resourceKind.answers.grant.values()),
  );
  register(COMMANDS.declineResource, (call) =>
    answer(deps, call, requestedResources(), resourceKind.answers.decline.values()),
  );
}

/** Records that a command is about. */
interface Asked<F extends Fields> {
  readonly kind: Kind<F>;
  readonly none: string;
  /** Message where the record has an answer already. */
  readonly answered: string;
  readonly placeHolder: string;
}

function openMilestones(): Asked<typeof milestoneKind.fields> {
  return {
    kind: milestoneKind,
    none: t('No milestone is ahead.'),
    answered: t('This milestone is reached already.'),
    placeHolder: t('Which milestone?'),
  };
}

function requestedResources(): Asked<typeof resourceKind.fields> {
  return {
    kind: resourceKind,
    none: t('Nothing is requested.'),
    answered: t('This request is answered already.'),
    placeHolder: t('Which resource?'),
  };
}

/** Writes the answer. @returns the record as it was before; undefined if the person cancelled */
async function answer<F extends Fields>(
  deps: CommandDeps,
  call: Call,
  asked: Asked<F>,
  values: RecordValues,
): Promise<RecordNode<F> | undefined> {
  const snapshot = await currentSnapshot(deps);
  const id = recordId(call);
  const node = id === undefined ? await pickOpen(asked, snapshot) : snapshot.records.get(id);
  if (!isOf(node, asked.kind)) return undefined;
  const present = await currentSnapshot(deps);
  // Somebody else may have answered while the row was still shown or the person was choosing from the list.
  if (!awaitsAnswer(present.records.get(node.id) ?? node)) throw new PlainError(asked.answered);
  await savePlan(planEdit(node, values, present), deps.service);
  return node;
}

async function pickOpen<F extends Fields>(
  { kind, none, placeHolder }: Asked<F>,
  snapshot: Snapshot,
): Promise<RecordNode<F> | undefined> {
  const { records, goals } = snapshot;
  const open = ofKind(records.values(), kind).filter(awaitsAnswer);
  if (open.length === 0) throw new PlainError(none);
  const rows = open.map((node) => ({
    label: `$(${kind.icon}) ${escapeIcons(visible(recordLine(node, snapshot)))}`,
    description: escapeIcons(visible(goals.get(node.goal ?? '')?.goal.title ?? '')),
    node,
  }));
  return (await vscode.window.showQuickPick(rows, { placeHolder, matchOnDescription: true }))?.node;
}
