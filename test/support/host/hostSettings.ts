import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Without these, welcome and chat panes cover the workbench and look-ups that a closed network refuses fill the log. */
const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  // A browser saves what is typed after a second, the desktop never: what is unsaved stays so, however slow the machine.
  'files.autoSave': 'off',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
};

export type UserSettings = Readonly<Record<string, unknown>>;

/** For a workbench that a test drives. */
export const DRIVEN_SETTINGS: UserSettings = {
  // A tree that has drawn its rows takes back the focus that it lost within the same moment: a person is never that fast,
  // but the palette that a test has just opened would close.
  'workbench.quickOpen.closeOnFocusLost': false,
  // A window that starts shows the view that it showed last: a click on its icon a moment later would hide it.
  'workbench.activityBar.iconClickBehavior': 'focus',
};

/** Writes the user's settings of a VS Code that has not started yet. */
export async function seedSettings(userDataFolder: string, settings: UserSettings = {}): Promise<void> {
  const folder = path.join(userDataFolder, 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}
