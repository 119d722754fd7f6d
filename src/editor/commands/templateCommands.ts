import * as vscode from 'vscode';
import { fileOf } from '../../core/space/goalSpace';
import { kindNamed, kindOfGoal } from '../../core/model/kinds';
import { templateKind } from '../../core/model/template';
import type { ListedTemplate } from '../../core/growth/goalTemplates';
import { templatesOf, templateText } from '../../core/growth/goalTemplates';
import { lastOrder, siblingsBelow } from '../../core/goals/moveGoal';
import { planAdd } from '../../core/records/planRecord';
import type { TemplateEntry, TemplatePlan } from '../../core/growth/planTemplate';
import { planTemplate } from '../../core/growth/planTemplate';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { parseQuickAdd } from '../../core/text/quickAdd';
import { escapeIcons, visible } from '../../core/text/safeText';
import { systemRandom } from '../../store/nodePorts';
import { PlainError } from '../service/commandBoundary';
import { COMMANDS } from '../contributions';
import { declaredWord } from '../texts/declaredWord';
import { planFacts } from '../../app/planFacts';
import { detailOf, quickAddContext } from '../records/quickAddInput';
import { savePlan } from '../records/savePlan';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import type { Call } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that add goals from a template and save goals as one. */
export function registerTemplateCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.newFromTemplate, (call) => newFromTemplate(deps, call));
  deps.register(COMMANDS.saveAsTemplate, (call) => saveAsTemplate(deps, call));
}

/** Adds the entries of a template: below the goal that the command was called on, else at the team's top level. */
async function newFromTemplate(deps: CommandDeps, call: Call): Promise<void> {
  const target = call.isBare ? undefined : await goalTarget(deps, call);
  const snapshot = target?.snapshot ?? (await currentSnapshot(deps));
  const { place } = deps.service;
  if (!place) throw new PlainError(t('The goals are not read yet.'));
  const template = await pickTemplate(snapshot);
  if (!template) return;
  const plan = planFor(template, target?.node, snapshot);
  if (!(await isWanted(template, plan))) return;
  const path = target?.node.source ?? fileOf(place.space, 'team').path;
  await deps.service.apply([{ path, changes: plan.changes }]);
  if (target) await deps.views.unfold(target.node.goal.id);
}

async function pickTemplate(snapshot: Snapshot): Promise<ListedTemplate | undefined> {
  const rows = templatesOf(snapshot).map((template) => ({
    label: `$(list-tree) ${escapeIcons(visible(template.title))}`,
    description: template.isOwn ? t('of this workspace') : '',
    template,
  }));
  return (await vscode.window.showQuickPick(rows, { placeHolder: t('Choose a template') }))?.template;
}

function planFor({ outline }: ListedTemplate, above: GoalNode | undefined, snapshot: Snapshot): TemplatePlan {
  const scope = above?.scope ?? 'team';
  return planTemplate(outline, {
    parent: above?.goal.id,
    after: lastOrder(snapshot, siblingsBelow(snapshot, above?.goal.id, scope)),
    owner: scope === 'team' ? snapshot.me : undefined,
    scope,
    me: snapshot.me,
    read: (text) => parseQuickAdd(text, { ...quickAddContext(snapshot), goals: [] }),
    random: systemRandom,
  });
}

/** Shows what will be added and tells whether the person wants it; Enter says yes. */
async function isWanted({ title }: ListedTemplate, { entries }: TemplatePlan): Promise<boolean> {
  const add = { label: t('$(check) Add {0} entries', String(entries.length)) };
  const rows = entries.map((entry) => ({
    label: entryLabel(entry),
    description: entryKind(entry),
    ...detailOf(entry),
  }));
  const picked = await vscode.window.showQuickPick([add, ...rows], {
    title: plain(title),
    placeHolder: t('This is what will be added; Enter adds all of it'),
  });
  return picked !== undefined;
}

function entryLabel({ kind, title, depth }: TemplateEntry): string {
  const icon = kind === 'kpi' || kind === 'milestone' ? kindNamed(kind)?.icon : kindOfGoal(kind).icon;
  return `${'\u2003'.repeat(depth)}$(${icon ?? 'target'}) ${escapeIcons(visible(title))}`;
}

function entryKind({ kind }: TemplateEntry): string {
  const declared = kind === 'kpi' || kind === 'milestone' ? kindNamed(kind) : kindOfGoal(kind);
  return kind === 'micro' ? '' : declaredWord(declared?.label ?? '');
}

async function saveAsTemplate(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { node, snapshot } = target;
  const title = await vscode.window.showInputBox({
    title: t('Save as template'),
    prompt: t('What is the template called?'),
    value: node.goal.title,
    validateInput: (text) => (text.trim() === '' ? t('Type a text, or press Escape.') : undefined),
  });
  if (title === undefined) return;
  const values = { title: title.trim(), outline: templateText(node, snapshot) };
  const plan = await planAdd(
    { kind: templateKind, values, scope: node.scope },
    snapshot,
    planFacts(deps.service.place),
  );
  await savePlan(plan, deps.service);
}
