import * as vscode from 'vscode';
import { isObject, member } from '../../core/document/json';
import { feedbackKind } from '../../core/model/feedback';
import { goalKind } from '../../core/model/goal';
import type { FeedbackNode } from '../../core/feedback/feedbackThreads';
import { feedbackThreads, mayAnswer, mayResolve } from '../../core/feedback/feedbackThreads';
import { settledRefusal } from '../../core/feedback/answerFeedback';
import { signaturesNeeded } from '../../core/pacts/signaturesNeeded';
import { planAdd, planEdit } from '../../core/records/planRecord';
import type { RecordValues } from '../../core/changes/recordActions';
import { documentAt, isOf, recordLine } from '../../core/snapshot/recordNode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { fieldText, readPlainText } from '../../core/model/readFieldText';
import { escapeIcons, visible } from '../../core/text/safeText';
import type { CommandId } from '../contributions';
import { COMMANDS } from '../contributions';
import { askText } from '../records/askText';
import { declaredWord } from '../texts/declaredWord';
import { planFacts } from '../../app/planFacts';
import { savePlan } from '../records/savePlan';
import { feedbackFacts } from '../tree/feedbackWords';
import { personWord, plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget, recordId } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that give feedback on a goal, answer it and settle it. */
export function registerFeedbackCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.giveFeedback, (call) => give(deps, call, askType));
  register(COMMANDS.giveAdvice, (call) => give(deps, call, () => 'advice'));
  register(COMMANDS.acceptFeedback, (call) => settle(deps, call, mayAccept, askAcceptance));
  register(COMMANDS.resolveFeedback, (call) => settle(deps, call, mayResolve, () => ({ state: 'resolved' })));
  register(COMMANDS.declineFeedback, (call) =>
    settle(deps, call, mayAnswer, async () => {
      const reason = await askText(t('Decline'), t('Why not? The person who said it reads this.'));
      return reason === undefined ? undefined : { state: 'declined', reason };
    }),
  );
  register(COMMANDS.replyToFeedback, (call) => reply(deps, call));
  register(COMMANDS.answerFeedback, (call) => answer(deps, call));
}

/** Says whose signatures a suggestion needs again, before it is accepted; asks nothing where it needs none. */
async function askAcceptance({ node, snapshot }: FoundFeedback): Promise<RecordValues | undefined> {
  const accepted = { state: 'accepted' };
  const needed = signaturesNeeded(node, snapshot);
  if (!needed) return accepted;
  const names = needed.people.map((person) => personWord(person, snapshot.people)).join(', ');
  const rows = [
    { label: t('$(check) Accept'), description: escapeIcons(feedbackFacts(node, snapshot).slice(1).join(' · ')) },
  ];
  const placeHolder = plain(t('It changes signed terms; these have to sign again: {0}', names));
  return (
    (await vscode.window.showQuickPick(rows, { title: plain(recordLine(node, snapshot)), placeHolder })) && accepted
  );
}

type Offer = (node: FeedbackNode, snapshot: Snapshot) => boolean;

function mayAccept(node: FeedbackNode, snapshot: Snapshot): boolean {
  return node.values.type === 'suggestion' && mayAnswer(node, snapshot);
}

async function give(
  deps: CommandDeps,
  call: Call,
  typeOf: (node: GoalNode) => Promise<string | undefined> | string,
): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const type = await typeOf(node);
  if (type === undefined) return;
  const edit = type === 'suggestion' ? await askEdit(node, snapshot) : {};
  if (!edit) return;
  const note = await askText(t('Feedback on {0}', plain(node.goal.title)), t('What do you want to say?'));
  if (note !== undefined) await add(deps, { type, note, ...edit }, { goal: node.goal.id });
}

async function askType({ goal }: GoalNode): Promise<string | undefined> {
  const rows = feedbackKind.fields.type.choices?.map((choice) => ({ label: declaredWord(choice), choice })) ?? [];
  const placeHolder = plain(t('What kind of feedback on {0}?', goal.title));
  return (await vscode.window.showQuickPick(rows, { placeHolder }))?.choice;
}

/** Asks for the edit that a suggestion proposes; empty if it is in words only, undefined if the person cancelled. */
async function askEdit({ goal, source }: GoalNode, snapshot: Snapshot): Promise<RecordValues | undefined> {
  const record = documentAt(snapshot, source)?.records.get(goal.id);
  const valueOf = (field: string): string => fieldText(isObject(record) ? member(record, field) : undefined);
  const choices = feedbackKind.fields.field.choices ?? [];
  const rows = choices.map((field) => ({
    label: declaredWord(goalKind.fields[field as keyof typeof goalKind.fields].label),
    description: escapeIcons(visible(valueOf(field).slice(0, 80))),
    field,
  }));
  const inWords = { label: t('In words only'), description: '', field: undefined };
  const picked = await vscode.window.showQuickPick([...rows, inWords], { placeHolder: t('What should be changed?') });
  if (!picked) return undefined;
  if (picked.field === undefined) return {};
  const field = goalKind.fields[picked.field as keyof typeof goalKind.fields];
  const value = await vscode.window.showInputBox({
    title: declaredWord(field.label),
    prompt: t('What it should say'),
    value: valueOf(picked.field),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const reading = readPlainText(field, text, snapshot.calendar);
      return 'problem' in reading ? plain(reading.problem) : undefined;
    },
  });
  return value === undefined ? undefined : { field: picked.field, value };
}

/** Lets the person accept, decline or discuss a suggestion, or reply to any other feedback. */
async function answer(deps: CommandDeps, call: Call): Promise<void> {
  const found = await feedbackTarget(deps, call, mayAnswer);
  if (!found) return;
  const command = mayAccept(found.node, found.snapshot) ? await askAnswer(found) : COMMANDS.replyToFeedback;
  if (command) await vscode.commands.executeCommand(command, found.node.id);
}

async function askAnswer({ node, snapshot }: FoundFeedback): Promise<CommandId | undefined> {
  const edit = feedbackFacts(node, snapshot).slice(1).join(' · ');
  const rows = [
    { label: t('$(check) Accept'), description: escapeIcons(edit), command: COMMANDS.acceptFeedback },
    { label: t('$(close) Decline…'), command: COMMANDS.declineFeedback },
    { label: t('$(reply) Reply…'), command: COMMANDS.replyToFeedback },
  ];
  const title = plain(recordLine(node, snapshot));
  return (await vscode.window.showQuickPick(rows, { title, placeHolder: t('What do you answer?') }))?.command;
}

async function reply(deps: CommandDeps, call: Call): Promise<void> {
  const found = await feedbackTarget(deps, call, () => true);
  if (!found) return;
  const note = await askText(t('Reply'), plain(recordLine(found.node, found.snapshot)));
  if (note !== undefined) await add(deps, { note }, { goal: found.node.goal, replyTo: found.node.id });
}

/** Writes a feedback entry. @param below the goal that it is about, and the entry that it replies to */
async function add(
  deps: CommandDeps,
  values: RecordValues,
  below: { readonly goal: string | undefined; readonly replyTo?: string },
): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const said = { ...below, ...values, by: snapshot.me };
  const plan = await planAdd(
    { kind: feedbackKind, values: said, scope: 'team' },
    snapshot,
    planFacts(deps.service.place),
  );
  await savePlan(plan, deps.service);
  const above = below.replyTo ?? below.goal;
  if (above !== undefined) await deps.views.unfold(above);
}

/** Writes the outcome of an entry. @param isOffered what the palette offers @param ask returns the values; undefined if cancelled */
async function settle(
  deps: CommandDeps,
  call: Call,
  isOffered: Offer,
  ask: (found: FoundFeedback) => Promise<RecordValues | undefined> | RecordValues,
): Promise<void> {
  const found = await feedbackTarget(deps, call, isOffered);
  if (!found) return;
  // Whoever settled it already is told so before anything is asked.
  const refused = settledRefusal(found.node, 'accepted');
  if (refused) return savePlan(refused, deps.service);
  const values = await ask(found);
  if (values) await savePlan(planEdit(found.node, values, await currentSnapshot(deps)), deps.service);
}

interface FoundFeedback {
  readonly node: FeedbackNode;
  readonly snapshot: Snapshot;
}

/** Returns the entry that a command was called on (a row or an id); from the palette the person chooses an open one. */
async function feedbackTarget(deps: CommandDeps, call: Call, isOffered: Offer): Promise<FoundFeedback | undefined> {
  const snapshot = await currentSnapshot(deps);
  const id = recordId(call);
  const known = id === undefined ? undefined : snapshot.records.get(id);
  const node = isOf(known, feedbackKind) ? known : await pickOpen(snapshot, isOffered);
  return node && { node, snapshot };
}

async function pickOpen(snapshot: Snapshot, isOffered: Offer): Promise<FeedbackNode | undefined> {
  const open = [...snapshot.goals.keys()]
    .flatMap((goal) => feedbackThreads(goal, snapshot))
    .filter(({ state, feedback }) => state === 'open' && isOffered(feedback, snapshot));
  const rows = open.map(({ feedback }) => ({
    label: `$(${feedbackKind.icon}) ${escapeIcons(visible(recordLine(feedback, snapshot)))}`,
    description: escapeIcons(feedbackFacts(feedback, snapshot).join(' · ')),
    detail: escapeIcons(visible(snapshot.goals.get(feedback.goal ?? '')?.goal.title ?? '')),
    feedback,
  }));
  const placeHolder = rows.length === 0 ? t('No feedback is open.') : t('Choose a feedback');
  const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(rows, options))?.feedback;
}
