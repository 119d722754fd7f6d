import * as vscode from 'vscode';
import { linkableGoals } from '../../core/commits/linkableGoals';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { addTrailer } from '../../core/text/addTrailer';
import { goalMentions } from '../../core/text/trailers';
import { PlainError } from '../service/commandBoundary';
import type { CommandDeps } from './deps';
import { currentSnapshot } from './targets';
import { COMMANDS } from '../contributions';
import type { GitRepository } from '../service/gitExtension';
import { gitApi, samePath } from '../service/gitExtension';
import { pickGoal } from './goalPicks';

const { t } = vscode.l10n;

/** Registers the commands that add a goal's trailer to the commit message in source control, for people without the hook. */
export function registerCommitMessageCommands(deps: CommandDeps): void {
  deps.register(COMMANDS.addGoalToMessage, ({ given: [source] }) => nameGoal(deps, source, false));
  deps.register(COMMANDS.closeGoalInMessage, ({ given: [source] }) => nameGoal(deps, source, true));
}

async function nameGoal(deps: CommandDeps, source: unknown, closes: boolean): Promise<void> {
  const snapshot = await currentSnapshot(deps);
  const { inputBox } = await gitRepository(deps, source);
  const node = await goalFor(inputBox.value, closes, snapshot);
  if (node) inputBox.value = addTrailer(inputBox.value, { id: node.goal.id, closes });
}

/** Returns the repository whose goals are shown; refuses another one, where their ids mean nothing. */
async function gitRepository({ service }: CommandDeps, source: unknown): Promise<GitRepository> {
  const place = service.place;
  const root = place?.repository?.root;
  const api = await gitApi();
  if (root === undefined || !api) throw new PlainError(t('This needs a git repository and the git extension.'));
  const found = api.repositories.find(({ rootUri }) => samePath(rootUri.fsPath, root));
  const asked = rootOf(source);
  const isOther = asked !== undefined && (!found || asked.toString() !== found.rootUri.toString());
  if (!found || isOther)
    throw new PlainError(t('Open a file of that repository first: the goals shown are of another.'));
  return found;
}

/** Returns the root that a button of source control passes along; undefined from the palette. */
function rootOf(source: unknown): vscode.Uri | undefined {
  if (typeof source !== 'object' || source === null || !('rootUri' in source)) return undefined;
  return source.rootUri instanceof vscode.Uri ? source.rootUri : undefined;
}

/** Returns the active goal; if the message names it already, lets the person choose another. */
async function goalFor(message: string, closes: boolean, snapshot: Snapshot): Promise<GoalNode | undefined> {
  const named = goalMentions(message);
  const isNamed = ({ goal }: GoalNode): boolean =>
    named.some((each) => each.id === goal.id && (each.closes || !closes));
  const choices = linkableGoals(snapshot).filter((node) => !isNamed(node));
  if (choices.length === 0) throw new PlainError(t('There is no open goal of the team to name.'));
  const [first] = choices;
  if (first?.goal.id === snapshot.active) return first;
  const question = closes ? t('Which goal does this commit complete?') : t('Which goal does this commit work on?');
  return pickGoal(choices, snapshot, question);
}
