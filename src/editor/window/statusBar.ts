import * as vscode from 'vscode';
import { groupMine, weekFocus } from '../../core/goals/focus';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, escapeMarkdown, oneLine, visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import type { GoalService } from '../service/goalService';
import type { Services } from '../service/services';

const { t } = vscode.l10n;
const MAX_TITLE = 40;
const MAX_LISTED = 10;

interface StatusServices extends Pick<Services, 'subscriptions'> {
  readonly service: Pick<GoalService, 'onDidChange'>;
}

/** Registers the item that shows the progress of my week and my active goal. It is hidden while there is nothing to say. */
export function registerStatusBar({ subscriptions, service }: StatusServices): void {
  const item = vscode.window.createStatusBarItem('microGoals.status', vscode.StatusBarAlignment.Left, 50);
  item.name = 'Micro Goals';
  item.command = COMMANDS.pickGoal;
  subscriptions.push(
    item,
    service.onDidChange((snapshot) => {
      update(item, snapshot);
    }),
  );
}

function update(item: vscode.StatusBarItem, snapshot: Snapshot): void {
  const { done, total } = weekFocus(snapshot);
  const active = snapshot.active === undefined ? undefined : snapshot.goals.get(snapshot.active);
  if (total === 0 && !active) {
    item.hide();
    return;
  }
  const title = active ? ` · ${escapeIcons(oneLine(active.goal.title, MAX_TITLE))}` : '';
  item.text = `$(target) ${done}/${total}${title}`;
  const spoken = t('{0} of {1} goals of this week done', done, total);
  item.accessibilityInformation = { label: active ? `${spoken}, ${visible(active.goal.title)}` : spoken };
  item.tooltip = tooltip(snapshot, spoken);
  item.show();
}

/**
 * Returns my open goals, each with a link that ticks it; only the tick command may run. `appendText` would leave `<command:…>` a link, and
 * commands are trusted here.
 */
function tooltip(snapshot: Snapshot, heading: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands: [COMMANDS.toggleDone] };
  text.appendMarkdown('**').appendText(heading).appendMarkdown('**\n\n');
  for (const { goal } of openGoals(snapshot).slice(0, MAX_LISTED)) {
    const argument = encodeURIComponent(JSON.stringify([{ id: goal.id, done: true, ending: true }]));
    text.appendMarkdown(`[$(circle-large-outline)](command:${COMMANDS.toggleDone}?${argument}) `);
    text.appendMarkdown(`${escapeMarkdown(escapeIcons(oneLine(goal.title, 80)))}\n\n`);
  }
  return text;
}

function openGoals(snapshot: Snapshot): GoalNode[] {
  const groups = groupMine(snapshot);
  return [...(groups.get('active') ?? []), ...(groups.get('due') ?? []), ...(groups.get('open') ?? [])];
}
