import * as vscode from 'vscode';
import type { Scope } from '../../core/snapshot/snapshot';
import { SETTINGS } from '../contributions';

export interface Settings {
  /** Address in lower case; empty if git is to be asked. */
  readonly email: string;
  readonly defaultScope: Scope;
  /** Path of the personal file; empty for the usual place. */
  readonly personalFile: string;
  /** True if edits of the shared file are set aside until they are shared. */
  readonly cleanTree: boolean;
  /** Names of the branches that finished work goes to; empty if git's settings or the usual names apply. */
  readonly integrationBranches: readonly string[];
}

export function readSettings(folder: vscode.Uri | undefined): Settings {
  const configuration = vscode.workspace.getConfiguration(undefined, folder);
  return {
    email: configuration.get(SETTINGS.email, '').trim().toLowerCase(),
    defaultScope: configuration.get<Scope>(SETTINGS.defaultScope, 'personal') === 'team' ? 'team' : 'personal',
    personalFile: configuration.get(SETTINGS.personalFile, '').trim(),
    cleanTree: configuration.get(SETTINGS.cleanTree, false),
    integrationBranches: textsIn(configuration.get<unknown>(SETTINGS.integrationBranches)),
  };
}

/** Returns the texts in a value; people write settings by hand, so it may be anything. */
function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
