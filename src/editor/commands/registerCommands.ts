import type * as vscode from 'vscode';
import { registerAddCommands } from './addCommands';
import { registerArchiveCommands } from './archiveCommands';
import { registerAsideCommands } from './asideCommands';
import { registerBranchCommands } from './branchCommands';
import { registerConfirmCommands } from './confirmCommands';
import type { CommandDeps } from './deps';
import { registerEditCommands } from './editCommands';
import { registerHookCommands } from './hookCommands';
import { registerLinkCommands } from './linkCommands';
import { registerOutlineCommands } from './outlineCommands';
import { registerRecordCommands } from './recordCommands';
import { registerShowCommands } from './showCommands';
import { registerWorkCommands } from './workCommands';

/** All commands but those that belong to a panel or a view of their own. */
export function registerCommands(deps: CommandDeps, channel: vscode.LogOutputChannel): void {
  registerAddCommands(deps);
  registerOutlineCommands(deps);
  registerArchiveCommands(deps);
  registerEditCommands(deps);
  registerWorkCommands(deps);
  registerLinkCommands(deps);
  registerRecordCommands(deps);
  registerBranchCommands(deps);
  registerConfirmCommands(deps);
  registerAsideCommands(deps);
  registerHookCommands(deps);
  registerShowCommands(deps, channel);
}
