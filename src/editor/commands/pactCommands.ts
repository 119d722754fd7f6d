import * as vscode from 'vscode';
import { pactKind } from '../../core/model/pact';
import type { PactEnd } from '../../core/pacts/closePact';
import { PACT_END_REFUSALS, planClose } from '../../core/pacts/closePact';
import { openPact, planAmend, planDecline, planPropose, unclosedPact } from '../../core/pacts/pactPlans';
import { awaitedSignature, isAsking } from '../../core/pacts/pactWaiting';
import type { PactState } from '../../core/snapshot/pactView';
import { goalAsRecord } from '../../core/snapshot/recordNode';
import type { RecordPlan } from '../../core/records/planRecord';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { systemHash, systemRandom } from '../../store/nodePorts';
import { COMMANDS } from '../contributions';
import { askRecord } from '../records/askRecord';
import { askText } from '../records/askText';
import { savePlan } from '../records/savePlan';
import { trySave } from '../records/trySave';
import { termsText } from '../records/termsText';
import { refusalWords } from '../texts/declaredWord';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, offeredTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands on pacts other than signing. */
export function registerPactCommands(deps: CommandDeps): void {
  const { register } = deps;
  register(COMMANDS.proposePact, (call) => propose(deps, call));
  register(COMMANDS.declinePact, (call) => decline(deps, call));
  register(COMMANDS.amendPact, (call) => amend(deps, call));
  register(COMMANDS.closePact, (call) => close(deps, call));
  register(COMMANDS.showTerms, async (call) => {
    const target = await offeredTarget(deps, call, {
      isOffered: ({ goal }, { pacts }) => pacts.has(goal.id),
      none: t('There is no such pact.'),
      placeHolder: t('Which pact?'),
    });
    const pact = target?.snapshot.pacts.get(target.node.goal.id);
    if (!target || !pact) return;
    const name = plain(target.node.goal.title).replace(/[\\/]/g, ' ').slice(0, 60);
    await deps.texts.show(`${name}.md`, termsText(pact, target.node, target.snapshot), 'markdown');
  });
}

interface FoundPact {
  readonly node: GoalNode;
  readonly snapshot: Snapshot;
}

interface OfferedPact {
  readonly state: PactState;
  readonly isMineToSign: boolean;
}

/** Returns the pact that a command is meant for; if it cannot be agreed on, tells the person why instead of asking. */
async function pactTarget(
  deps: CommandDeps,
  call: Call,
  isMeant: (pact: OfferedPact) => boolean,
): Promise<FoundPact | undefined> {
  const found = await offeredTarget(deps, call, {
    isOffered: (node, { pacts, me }) => {
      const pact = pacts.get(node.goal.id);
      if (!pact || node.scope !== 'team') return false;
      return isMeant({ state: pact.state, isMineToSign: awaitedSignature(pact, node, me) !== undefined });
    },
    none: t('There is no such pact.'),
    placeHolder: t('Which pact?'),
  });
  const pact = found && openPact(found.node, found.snapshot);
  if (pact && 'problem' in pact) await savePlan(pact, deps.service);
  return found;
}

/** Proposes a pact; where it has no reason yet, asks for it first, because nobody could sign. */
async function propose(deps: CommandDeps, call: Call): Promise<void> {
  const found = await pactTarget(deps, call, ({ state }) => state === 'draft' || state === 'lapsed');
  if (!found) return;
  const isMissing = found.snapshot.pacts.get(found.node.goal.id)?.missing.includes('why');
  const title = plain(t('Propose: {0}', found.node.goal.title));
  const why = isMissing ? await askText(title, t('Why is it agreed? Nobody signs without a reason.')) : '';
  if (why === undefined) return;
  await saveNow(deps, found, (node, snapshot) => planPropose(node, snapshot, { why, hash: systemHash }));
}

async function decline(deps: CommandDeps, call: Call): Promise<void> {
  const found = await pactTarget(deps, call, ({ isMineToSign }) => isMineToSign);
  if (!found) return;
  const reason = await askText(
    plain(t('Decline to sign: {0}', found.node.goal.title)),
    t('What would have to change? All parties read this.'),
  );
  if (reason === undefined) return;
  await saveNow(deps, found, (node, snapshot) => planDecline(node, reason, snapshot, systemRandom));
}

/** Asks for an amendment; if it is refused, asks again and keeps what the person typed. */
async function amend(deps: CommandDeps, call: Call): Promise<void> {
  const found = await pactTarget(deps, call, ({ state }) => isAgreed(state));
  if (!found) return;
  const { node, snapshot } = found;
  const ports = { hash: systemHash, random: systemRandom };
  const title = plain(t('Amend: {0}', node.goal.title));
  const asked = t('What changes, and why?');
  let typed: Typed = { note: '', values: goalAsRecord(node, snapshot)?.values ?? {} };
  for (let prompt = asked; ;) {
    const note = await askText(title, prompt, typed.note);
    if (note === undefined) return;
    const question = { kind: pactKind, values: typed.values, snapshot, isNew: false, without: ['status'] };
    const values = await askRecord(question);
    if (!values) return;
    const now = await currentSnapshot(deps);
    const plan = planAmend(now.goals.get(node.goal.id) ?? node, { note, values }, now, ports);
    const problem = await trySave(plan, deps.service);
    if (problem === undefined) return;
    typed = { note, values: { ...typed.values, ...values } };
    prompt = [problem, asked].join(' ');
  }
}

interface Typed {
  readonly note: string;
  readonly values: Readonly<Record<string, unknown>>;
}

async function close(deps: CommandDeps, call: Call): Promise<void> {
  const found = await offeredTarget(deps, call, {
    isOffered: (node, snapshot) => !('problem' in unclosedPact(node, snapshot)),
    none: t('There is no such pact.'),
    placeHolder: t('Which pact?'),
  });
  if (!found) return;
  const { goal } = found.node;
  const end = await askEnd(goal.title);
  if (!end) return;
  const planned = planClose(found.node, end, found.snapshot, systemRandom);
  const isUnsure = 'problem' in planned && planned.problem === PACT_END_REFUSALS.unsure;
  const reason = isUnsure ? await askText(plain(t('Close: {0}', goal.title)), refusalWords(planned)) : '';
  if (reason === undefined) return;
  const said: PactEnd = end.state === 'kept' ? { ...end, reason } : end;
  await saveNow(deps, found, (node, snapshot) => planClose(node, said, snapshot, systemRandom));
}

function isAgreed(state: PactState): boolean {
  return state === 'active' || isAsking(state);
}

async function askEnd(pact: string): Promise<PactEnd | undefined> {
  const title = plain(t('Close: {0}', pact));
  const rows: readonly (vscode.QuickPickItem & { readonly state: PactEnd['state'] })[] = [
    { label: t('$(check) Kept'), state: 'kept' },
    { label: t('$(close) Missed'), description: t('and what was learned'), state: 'missed' },
    { label: t('$(circle-slash) Dropped'), description: t('and why'), state: 'dropped' },
  ];
  const picked = await vscode.window.showQuickPick(rows, { title, placeHolder: t('How did it end?') });
  if (!picked || picked.state === 'kept') return picked && { state: 'kept' };
  const isMissed = picked.state === 'missed';
  const said = await askText(title, isMissed ? t('What was learned?') : t('Why is it dropped?'));
  if (said === undefined) return undefined;
  return isMissed ? { state: 'missed', learned: said } : { state: 'dropped', reason: said };
}

/** Plans with the current snapshot, not the one from before the questions, and writes the plan. */
async function saveNow(
  deps: CommandDeps,
  { node }: FoundPact,
  plan: (node: GoalNode, snapshot: Snapshot) => RecordPlan,
): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  await savePlan(plan(snapshot.goals.get(node.goal.id) ?? node, snapshot), deps.service);
}
