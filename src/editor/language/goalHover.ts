import * as vscode from 'vscode';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { goalIdsIn } from '../../core/text/goalReference';
import { COMMANDS } from '../contributions';
import type { GoalService } from '../service/goalService';
import { wholeTooltip } from '../tree/wholeTooltip';
import { personWord } from '../texts/words';
import { goalCommandUri } from './goalCommandUri';

const { t } = vscode.l10n;

/** Provider that explains a goal wherever its id appears. It reads one line, and only when asked. */
export class GoalHover implements vscode.HoverProvider {
  readonly #service: GoalService;

  constructor(service: GoalService) {
    this.#service = service;
  }

  async provideHover(
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const snapshot = this.#service.snapshot;
    const found = goalIdsIn(document.lineAt(line).text).find(({ from, to }) => from <= character && character <= to);
    const node = found && snapshot?.goals.get(found.id);
    if (!node || !snapshot) return undefined;
    const range = new vscode.Range(line, found.from, line, found.to);
    return new vscode.Hover([await wholeTooltip(node, snapshot), factsOf(node, snapshot), actionsOf(node)], range);
  }
}

function factsOf({ goal, percent, commits }: GoalNode, { people }: Snapshot): vscode.MarkdownString {
  const facts = [t('{0} % done', percent)];
  if (goal.owner !== undefined) facts.push(t('Owner: {0}', personWord(goal.owner, people)));
  const last = commits[0];
  if (last) facts.push(t('Last commit: {0}', last.commit.slice(0, 8)));
  return new vscode.MarkdownString().appendText(facts.join(' · '));
}

/** Returns the links, apart from the texts: only this part may run commands, and it contains no text of a person. */
function actionsOf({ goal }: GoalNode): vscode.MarkdownString {
  const links = new vscode.MarkdownString();
  links.isTrusted = { enabledCommands: [COMMANDS.openGoal, COMMANDS.toggleDone] };
  const link = (text: string, uri: vscode.Uri): void => {
    links.appendMarkdown(`[${text}](${uri.toString()})`);
  };
  link(t('Show Goal'), goalCommandUri(COMMANDS.openGoal, goal.id));
  links.appendMarkdown(' · ');
  link(goal.status === 'done' ? t('Reopen') : t('Done'), goalCommandUri(COMMANDS.toggleDone, goal.id));
  return links;
}
