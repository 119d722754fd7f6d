import * as vscode from 'vscode';
import { fileOf } from '../../core/space/goalSpace';
import type { OutlineContext, OutlinePlan } from '../../core/goals/outlineGoals';
import { chosenLines, planOutline } from '../../core/goals/outlineGoals';
import type { Scope, Snapshot } from '../../core/snapshot/snapshot';
import { parseQuickAdd } from '../../core/text/quickAdd';
import { escapeIcons, visible } from '../../core/text/safeText';
import type { OutlineLine } from '../../core/text/splitLines';
import { readChecklist, splitLines } from '../../core/text/splitLines';
import { systemRandom } from '../../store/nodePorts';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { currentFolder } from '../service/currentFolder';
import { detailOf, quickAddContext } from '../records/quickAddInput';
import { readSettings } from '../service/settings';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that make goals of several lines at once. */
export function registerOutlineCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.splitGoal, (call) => splitGoal(deps, call));
  deps.register(COMMANDS.importChecklist, ({ given: [scope] }) => importChecklist(deps, scope));
}

/** Turns several lines, e.g. from the clipboard, into goals below the chosen one. */
async function splitGoal(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { goal, scope, source } = target.node;
  const context: OutlineContext = {
    ...contextIn(target.snapshot, scope),
    parent: goal.id,
  };
  const lines = splitLines(await vscode.env.clipboard.readText());
  const title = t('Split {0}', plain(goal.title));
  const isCopied = lines.length > 1;
  const given = isCopied ? lines : await typeLines(title);
  if (!given) return;
  const placeHolder = isCopied
    ? t('These lines stand in the clipboard; the chosen ones become goals')
    : t('The chosen lines become goals');
  // What was typed is shown only where something of it could not be read.
  const isClear = !isCopied && planOutline(given, context).goals.every(({ problems }) => problems.length === 0);
  const outline = isClear ? given : await chooseLines(given, context, { title, placeHolder });
  if (!outline) return;
  await apply(deps, source, planOutline(outline, context));
  await deps.views.unfold(goal.id);
}

async function typeLines(title: string): Promise<readonly OutlineLine[] | undefined> {
  const text = await vscode.window.showInputBox({
    title,
    prompt: t('Smaller goals, separated by semicolons. Or copy a list and split again.'),
  });
  return text === undefined ? undefined : splitLines(text.replaceAll(';', '\n'));
}

/** Imports the list that is selected in the editor, else the one in the clipboard. */
async function importChecklist(deps: CommandDeps, given: unknown): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const place = deps.service.place;
  if (!place) throw new PlainError(t('The goals are not read yet.'));
  const selected = selectedText();
  const { lines } = readChecklist(selected === '' ? await vscode.env.clipboard.readText() : selected);
  if (lines.length === 0) throw new PlainError(t('Select a list in the editor or copy one, then import it.'));
  const scope = given === 'team' || given === 'personal' ? given : await chooseScope();
  if (!scope) return;
  const { path } = fileOf(place.space, scope);
  const context = contextIn(snapshot, scope);
  const placeHolder = t('The chosen lines become goals');
  const outline = await chooseLines(lines, context, { title: importWord(scope), placeHolder });
  if (outline) await apply(deps, path, planOutline(outline, context));
}

async function chooseScope(): Promise<Scope | undefined> {
  const usual = readSettings(currentFolder()).defaultScope;
  const scopes: readonly Scope[] = usual === 'team' ? ['team', 'personal'] : ['personal', 'team'];
  const rows = scopes.map((scope) => ({ label: importWord(scope), scope }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: t('Whose goals are these?') }))?.scope;
}

function importWord(scope: Scope): string {
  return scope === 'team' ? t('Import goals for the team') : t('Import personal goals');
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}

function contextIn(snapshot: Snapshot, scope: Scope): OutlineContext {
  const nodes = [...snapshot.goals.values()].filter((node) => node.scope === scope);
  const ids = new Set(nodes.map(({ goal }) => goal.id));
  const signs = quickAddContext(snapshot);
  // A goal of the other scope cannot be the parent.
  const known = { ...signs, goals: signs.goals.filter(({ id }) => ids.has(id)) };
  return {
    existing: nodes.map(({ goal, parent }) => ({ id: goal.id, title: goal.title, parent, order: goal.order })),
    parent: undefined,
    owner: scope === 'team' ? snapshot.me : undefined,
    read: (text) => parseQuickAdd(text, known),
    random: systemRandom,
  };
}

const BOX_ICONS = { open: '', done: '$(check) ', dropped: '$(circle-slash) ' } as const;

/** Shows the goals that the lines become; goals that exist already are marked and cannot be added again. */
async function chooseLines(
  lines: readonly OutlineLine[],
  context: OutlineContext,
  texts: { readonly title: string; readonly placeHolder: string },
): Promise<readonly OutlineLine[] | undefined> {
  const items = planOutline(lines, context).goals.map(({ title, line, depth, isKnown, problems }) => ({
    label: `${'\u2003'.repeat(depth)}${BOX_ICONS[line.status]}${escapeIcons(visible(title))}`,
    ...(isKnown ? { description: t('there already') } : {}),
    ...detailOf({ problems }),
    picked: !isKnown,
    line,
    isKnown,
  }));
  const picked = await vscode.window.showQuickPick(items, { ...texts, canPickMany: true });
  if (!picked) return undefined;
  // A known goal is always kept: it is the parent of the lines below it.
  return chosenLines(lines, new Set([...picked, ...items.filter(({ isKnown }) => isKnown)].map(({ line }) => line)));
}

async function apply(deps: CommandDeps, path: string, { changes, goals }: OutlinePlan): Promise<void> {
  if (changes.length > 0) await deps.service.apply([{ path, changes }]);
  else if (goals.length > 0) throw new PlainError(t('Nothing was added: these goals are there already.'));
}
