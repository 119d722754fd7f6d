import * as vscode from 'vscode';
import { goalIdsIn } from '../../core/text/goalReference';
import { COMMANDS } from '../contributions';
import type { GoalService } from '../service/goalService';
import { goalCommandUri } from './goalCommandUri';

const { t } = vscode.l10n;

/**
 * Provider that makes the ids of known goals clickable, in commit messages only: the editor asks again after every change, and in code
 * nothing of ours runs while a person types; there the hover has the link.
 */
export class GoalLinks implements vscode.DocumentLinkProvider {
  readonly #service: GoalService;

  constructor(service: GoalService) {
    this.#service = service;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const goals = this.#service.snapshot?.goals;
    const found = goalIdsIn(document.getText()).filter(({ id }) => goals?.has(id));
    return found.map(({ id, from, to }) => {
      const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
      const link = new vscode.DocumentLink(range, goalCommandUri(COMMANDS.openGoal, id));
      link.tooltip = t('Show Goal');
      return link;
    });
  }
}
