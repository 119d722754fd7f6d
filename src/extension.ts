import * as vscode from 'vscode';
import { registerActiveGoal } from './editor/window/activeGoal';
import { createRegister, createReport } from './editor/service/commandBoundary';
import type { CommandDeps } from './editor/commands/deps';
import { registerCommands } from './editor/commands/registerCommands';
import { registerContextKeys } from './editor/window/contextKeys';
import { registerGoalNotes } from './editor/service/goalNotes';
import { GoalService } from './editor/service/goalService';
import { registerLanguageFeatures } from './editor/language/registerLanguageFeatures';
import { createOutputLog } from './editor/service/outputLog';
import { registerProblems } from './editor/window/problems';
import { ReadOnlyTexts } from './editor/texts/readOnlyTexts';
import type { Services } from './editor/service/services';
import { registerHealing } from './editor/window/registerHealing';
import { registerStatusBar } from './editor/window/statusBar';
import { registerTeamPanel } from './editor/teamPanel/teamPanelHost';
import { registerTerminalPath } from './editor/window/terminalPath';
import { readCall } from './editor/tree/call';
import { registerGoalViews } from './editor/tree/goalViews';
import { registerWaiting } from './editor/waiting/registerWaiting';
import { registerWindowEvents } from './editor/window/windowEvents';

export function activate(context: vscode.ExtensionContext): void {
  const { subscriptions } = context;
  const channel = vscode.window.createOutputChannel('Micro Goals', { log: true });
  const log = createOutputLog(channel);
  const service = new GoalService(context.workspaceState, log);
  const report = createReport(log, service);
  const register = createRegister(subscriptions, report);
  const services: Services = { context, subscriptions, service, register, report, log, channel };
  const texts = new ReadOnlyTexts();
  const deps: CommandDeps = {
    ...services,
    register: (command, handler) => {
      register(command, (...given) => handler(readCall(given)));
    },
    views: registerGoalViews(services),
    texts,
  };

  subscriptions.push(channel, service, texts);
  registerCommands(deps);
  registerActiveGoal(services);
  registerContextKeys(services);
  registerStatusBar(services);
  registerProblems(services);
  registerHealing(services);
  registerWaiting(deps);
  registerLanguageFeatures(deps);
  registerTerminalPath(services);
  registerWindowEvents(services);
  registerGoalNotes(services);
  registerTeamPanel(services);
  // Reading begins only after activation, so that it delays nobody.
  service.open().catch(report);
}
