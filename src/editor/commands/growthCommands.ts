import * as vscode from 'vscode';
import { setField } from '../../core/changes/goalActions';
import { possibleMentors } from '../../core/growth/mentoring';
import { escapeIcons, visible } from '../../core/text/safeText';
import { COMMANDS } from '../contributions';
import { skillsText } from '../records/skillsText';
import { plain } from '../texts/words';
import type { CommandDeps } from './deps';
import { changeAll } from './editCommands';
import type { Call } from '../tree/call';
import { callOn } from '../tree/call';
import { currentSnapshot, goalTarget } from './targets';

const { t } = vscode.l10n;

/** Registers the commands that show skills and choose a mentor. */
export function registerGrowthCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.showSkills, async () => {
    const text = skillsText(await currentSnapshot(deps));
    await deps.texts.show(`${t('Skills')}.md`, text, 'markdown');
  });
  deps.register(COMMANDS.chooseMentor, (call) => chooseMentor(deps, call));
}

interface MentorPick extends vscode.QuickPickItem {
  readonly id: string | undefined;
}

/** Lets the person choose a mentor. A personal goal stays personal: only *Share with Team* shows it to the mentor. */
async function chooseMentor(deps: CommandDeps, call: Call): Promise<void> {
  const target = await goalTarget(deps, call);
  if (!target) return;
  const { goal, scope } = target.node;
  const persons = possibleMentors(target.node, target.snapshot).map(([id, name]): MentorPick => ({
    label: `$(mortar-board) ${escapeIcons(visible(name))}`,
    description: escapeIcons(visible(id)),
    id,
  }));
  const nobody: MentorPick = { label: t('$(circle-slash) No mentor'), id: undefined };
  const placeHolder =
    scope === 'personal'
      ? t('Who advises you? The goal stays personal until you share it with the team.')
      : plain(t('Who advises on {0}?', goal.title));
  const rows = goal.more.mentor === undefined ? persons : [...persons, nobody];
  const picked = await vscode.window.showQuickPick(rows, { placeHolder, matchOnDescription: true });
  if (picked) await changeAll(deps, callOn(goal.id), ({ goal: { id } }) => [setField(id, 'mentor', picked.id)]);
}
