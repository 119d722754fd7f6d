import * as vscode from 'vscode';
import { registerActiveGoal } from './editor/window/activeGoal';
import { createRegister, createReport } from './editor/service/commandBoundary';
import type { CommandDeps } from './editor/commands/deps';
import { registerCommands } from './editor/commands/registerCommands';
import { registerContextKeys } from './editor/window/contextKeys';
import { GoalNotes, NOTES_SCHEME } from './editor/service/goalNotes';
import { GoalService } from './editor/service/goalService';
import { currentFolder } from './editor/service/currentFolder';
import { registerLanguageFeatures } from './editor/language/registerLanguageFeatures';
import { createOutputLog } from './editor/service/outputLog';
import { registerProblems } from './editor/window/problems';
import { ReadOnlyTexts } from './editor/texts/readOnlyTexts';
import { readSettings } from './editor/service/settings';
import { registerHealing } from './editor/window/registerHealing';
import { registerStatusBar } from './editor/window/statusBar';
import { registerTeamPanel } from './editor/teamPanel/teamPanelHost';
import { registerTerminalPath } from './editor/window/terminalPath';
import { registerGoalViews } from './editor/tree/goalViews';
import { registerWaiting } from './editor/waiting/registerWaiting';
import { registerWindowEvents } from './editor/window/windowEvents';

export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions } = context;
  const channel = vscode.window.createOutputChannel('Micro Goals', { log: true });
  const log = createOutputLog(channel);
  const service = new GoalService(context.workspaceState, log);
  const report = createReport(log, service);
  const views = registerGoalViews(subscriptions, service, report);
  const texts = new ReadOnlyTexts();
  const register = createRegister(subscriptions, report);
  const deps: CommandDeps = { service, views, texts, register, subscriptions, log };

  subscriptions.push(channel, service, texts);
  registerCommands(deps, channel);
  registerActiveGoal(subscriptions, service, report);
  registerContextKeys(subscriptions, service);
  registerStatusBar(subscriptions, service);
  registerProblems(subscriptions, service, log);
  registerHealing(deps);
  registerWaiting(deps);
  registerLanguageFeatures(deps);
  registerTerminalPath(context, readSettings(currentFolder()));
  registerWindowEvents(subscriptions, service, report);
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider(NOTES_SCHEME, new GoalNotes(service), { isCaseSensitive: true }),
  );
  registerTeamPanel(context, {
    current: () => service.snapshot,
    onDidChange: service.onDidChange,
    log,
    saveForm: async (form) => (await import('./editor/records/saveForm')).saveForm(service, form, report),
    burnUp: async (id) => (await import('./editor/teamPanel/goalBurnUp')).goalBurnUp(service, id),
    run: (command, ...args) => vscode.commands.executeCommand(command, ...args),
  });
  // Reading begins after activation, so that it holds up nobody.
  service.open().catch(report);
}
