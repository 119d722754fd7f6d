import * as vscode from 'vscode';
import type { Scope } from '../../core/snapshot/snapshot';
import { SETTINGS } from '../contributions';

export interface Settings {
  /** Lower-cased; empty where git shall be asked. */
  readonly email: string;
  readonly defaultScope: Scope;
  /** Empty for the usual place. */
  readonly personalFile: string;
  /** Edits of the shared file are set aside until they are shared. */
  readonly cleanTree: boolean;
  /** Names of the branches finished work goes to; empty where git's settings or the usual names count. */
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

/** Settings are written by hand. */
function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
