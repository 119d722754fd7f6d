import type * as vscode from 'vscode';
import type { Log } from '../../core/ports/ports';

/** Returns the product's log: its channel gets everything a person is spared, including causes and stacks. */
export function createOutputLog(channel: vscode.LogOutputChannel): Log {
  return {
    info: (message) => {
      channel.info(message);
    },
    error: (message, cause) => {
      channel.error(cause instanceof Error ? `${message}\n${describe(cause)}` : message);
    },
  };
}

function describe(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\nbecause of ${describe(error.cause)}` : own;
}
