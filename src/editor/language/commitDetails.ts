import * as vscode from 'vscode';
import { positionAt } from '../../core/document/textPosition';
import type { GoalNode, Snapshot } from '../../core/snapshot/snapshot';
import { replaceGoalIds } from '../../core/text/goalReference';
import { escapeIcons, escapeMarkdown, oneLine } from '../../core/text/safeText';
import type { CommitDetailsProvider, GitRepository } from '../service/gitExtension';
import { samePath } from '../service/gitExtension';
import type { GoalService } from '../service/goalService';
import { personWord, statusWord } from '../texts/words';

const TITLE_LENGTH = 80;

/** Provider that tells source control's hovers which goals a commit names (graph, timeline, blame); leaves other commits to others. */
export class CommitDetails implements CommitDetailsProvider {
  readonly #service: Pick<GoalService, 'snapshot' | 'place'>;

  constructor(service: Pick<GoalService, 'snapshot' | 'place'>) {
    this.#service = service;
  }

  provideAvatar(): undefined {
    return undefined;
  }

  /** Returns none: a command would appear at every commit and replace those of the host, such as "Open on GitHub". */
  provideHoverCommands(): undefined {
    return undefined;
  }

  provideMessageLinks({ rootUri }: Pick<GitRepository, 'rootUri'>, message: string): string | undefined {
    const { snapshot, place } = this.#service;
    const root = place?.repository?.root;
    if (!snapshot || root === undefined || !samePath(rootUri.fsPath, root)) return undefined;
    return replaceGoalIds(message, (id) => {
      const node = snapshot.goals.get(id);
      return node && `[${id}](${recordUri(node, snapshot).toString()}) (${factsOf(node, snapshot)})`;
    });
  }
}

/** Returns the place of the record in its file: newer editors distrust links in these hovers that run a command. */
function recordUri({ goal, source }: GoalNode, { sources }: Snapshot): vscode.Uri {
  const uri = vscode.Uri.file(source);
  const reading = sources.find(({ path }) => path === source)?.reading;
  const offset = reading && 'text' in reading ? reading.text.indexOf(`"${goal.id}":`) : -1;
  return reading && 'text' in reading && offset >= 0
    ? uri.with({ fragment: `L${positionAt(reading.text, offset).line}` })
    : uri;
}

function factsOf({ goal }: GoalNode, { people }: Snapshot): string {
  const owner = goal.owner === undefined ? [] : [personWord(goal.owner, people)];
  const facts = [oneLine(goal.title, TITLE_LENGTH), statusWord(goal.status), ...owner];
  return escapeMarkdown(escapeIcons(facts.join(' · ')));
}
