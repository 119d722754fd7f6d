import * as vscode from 'vscode';
import { goalKind } from '../../core/model/goal';
import type { Kind } from '../../core/model/kind';
import { formKinds, kindNamed } from '../../core/model/kinds';
import { isClosed } from '../../core/snapshot/goalStanding';
import type { RecordPlan } from '../../core/records/planRecord';
import { planAdd, planDelete, planEdit } from '../../core/records/planRecord';
import type { RecordValues } from '../../core/changes/recordActions';
import { recordBeginning } from '../../core/records/recordBeginning';
import { goalAsRecord, recordLine } from '../../core/snapshot/recordNode';
import type { GoalNode, RecordNode, Scope, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { activityText } from '../records/activityText';
import type { RecordQuestion } from '../records/askRecord';
import { askRecord } from '../records/askRecord';
import { declaredWord } from '../texts/declaredWord';
import { historyOf } from '../../app/historyOf';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import { trySave } from '../records/trySave';
import { plain } from '../texts/words';
import { sayBriefly } from '../texts/sayBriefly';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { BARE_CALL } from '../tree/call';
import { currentSnapshot, goalTarget, offeredTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands for records of all kinds, derived from their declarations. */
export function registerRecordCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.addRecord, (call) => add(deps, call, call.given[1]));
  register(COMMANDS.addReview, (call) => add(deps, call, 'review'));
  register(COMMANDS.editRecord, (call) => edit(deps, call));
  register(COMMANDS.deleteRecord, async (call) => {
    const found = await recordTarget(deps, call);
    if (found) await savePlan(planDelete(found.node, found.snapshot), deps.service);
  });
  register(COMMANDS.showActivity, async (call) => {
    const target = await goalTarget(deps, call, () => true);
    if (!target) return;
    const { node, snapshot } = target;
    const { place } = deps.service;
    const history = place && (await historyOf(place, node, snapshot));
    const name = plain(node.goal.title).replace(/[\\/]/g, ' ').slice(0, 60);
    await deps.texts.show(`${name}.md`, activityText(node, snapshot, history), 'markdown');
  });
}

/** Adds a record: below the goal that the command was called on, else the person chooses. @param given the name of a kind */
async function add(deps: CommandDeps, call: Call, given: unknown): Promise<void> {
  const isOn = call.row !== undefined || call.id !== undefined;
  const on = isOn ? await goalTarget(deps, call) : undefined;
  if (isOn && !on) return;
  const kind = (typeof given === 'string' ? kindNamed(given) : undefined) ?? (await pickKind(on?.node));
  if (!kind) return;
  const isOfGoal = kind.below !== undefined && kind.fields[kind.below]?.required === true;
  const target = on ?? (isOfGoal ? await targetFor(kind, deps) : undefined);
  if (!target && isOfGoal) return;
  const scope = kind.mayBePersonal && target?.node.scope === 'team' ? await askScope(kind) : 'team';
  if (scope === undefined) return;
  const snapshot = await currentSnapshot(deps);
  const values = recordBeginning(kind, target?.node.goal.id, snapshot);
  const written = await askAndSave(deps, { kind, values, snapshot, isNew: true }, async (answered) =>
    planAdd({ kind, values: answered, scope }, await currentSnapshot(deps), planFacts(deps.service.place)),
  );
  if (written) await showAdded(deps, kind, written);
}

/** Asks whether a record on a goal of the team is for the person alone. */
async function askScope(kind: Kind): Promise<Scope | undefined> {
  const rows: { readonly label: string; readonly scope: Scope }[] = [
    { label: t('$(lock) For me alone'), scope: 'personal' },
    { label: t('$(organization) With the team'), scope: 'team' },
  ];
  const title = declaredWord(kind.label);
  return (await vscode.window.showQuickPick(rows, { title, ignoreFocusOut: true }))?.scope;
}

/** Lets the person choose a goal for a kind of record that needs one, among those that fit. */
function targetFor(kind: Kind, deps: CommandDeps): ReturnType<typeof goalTarget> {
  const { below = '', belowKind, fields } = kind;
  if (belowKind === undefined) return goalTarget(deps, BARE_CALL);
  const name = declaredWord(fields[below]?.label ?? '');
  return offeredTarget(deps, BARE_CALL, {
    isOffered: (node) => node.goal.kind === belowKind && !isClosed(node),
    none: t('{0}: there is none yet.', name),
    placeHolder: name,
  });
}

/** Asks until the answers can be written or the person cancels; shows why they were refused and loses nothing typed. */
async function askAndSave(
  deps: CommandDeps,
  question: RecordQuestion,
  plan: (values: RecordValues) => Promise<RecordPlan>,
): Promise<RecordValues | undefined> {
  for (let asked = question; ;) {
    const values = await askRecord(asked);
    if (!values) return undefined;
    const problem = await trySave(await plan(values), deps.service);
    if (problem === undefined) return values;
    asked = { ...question, values: { ...question.values, ...values }, problem };
  }
}

/** Brings an added record into sight, or reports it where no row of a tree shows it. */
async function showAdded({ views }: CommandDeps, kind: Kind, values: RecordValues): Promise<void> {
  const above = kind.below === undefined ? undefined : values[kind.below];
  const hasRow = kind.letter === goalKind.letter || kind.shows.includes('tree');
  if (!hasRow) sayBriefly(t('Added: {0}', declaredWord(kind.label)));
  else if (typeof above === 'string') await views.unfold(above);
}

async function pickKind(on: GoalNode | undefined): Promise<Kind | undefined> {
  const kinds = formKinds().filter(
    ({ below, belowKind = on?.goal.kind, ownAdd }) =>
      ownAdd !== true && (!on || (below !== undefined && belowKind === on.goal.kind)),
  );
  const rows = kinds.map((kind) => ({
    label: `$(${kind.icon}) ${declaredWord(kind.label)}`,
    detail: declaredWord(kind.help),
    declared: kind,
  }));
  const picked = await vscode.window.showQuickPick(rows, { placeHolder: t('What do you add?'), matchOnDetail: true });
  return picked?.declared;
}

async function edit(deps: CommandDeps, call: Call): Promise<void> {
  const found = await recordTarget(deps, call);
  if (!found) return;
  const { node, snapshot } = found;
  await askAndSave(deps, { kind: node.kind, values: node.values, snapshot, isNew: false }, async (answered) =>
    planEdit(node, answered, await currentSnapshot(deps)),
  );
}

async function recordTarget(
  deps: CommandDeps,
  { row, id: named }: Call,
): Promise<{ readonly node: RecordNode; readonly snapshot: Snapshot } | undefined> {
  const snapshot = await currentSnapshot(deps);
  const id = (row?.type === 'record' || row?.type === 'goal' ? row.id : named) ?? '';
  const goal = snapshot.goals.get(id);
  const node = snapshot.records.get(id) ?? (goal ? goalAsRecord(goal, snapshot) : await pickRecord(snapshot));
  return node && { node, snapshot };
}

async function pickRecord(snapshot: Snapshot): Promise<RecordNode | undefined> {
  const larger = [...snapshot.goals.values()].filter(({ goal }) => goal.kind !== 'micro');
  const goals = larger.flatMap((node) => goalAsRecord(node, snapshot) ?? []);
  const rows = [...goals, ...snapshot.records.values()].map((node) => ({
    label: `$(${node.kind.icon}) ${escapeIcons(visible(recordLine(node, snapshot)))}`,
    description: declaredWord(node.kind.label),
    node,
  }));
  const picked = await vscode.window.showQuickPick(rows, {
    placeHolder: t('Choose what to change'),
    matchOnDescription: true,
  });
  return picked?.node;
}
