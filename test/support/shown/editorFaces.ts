import * as vscode from 'vscode';
import type { AttributedNews, Snapshot } from './product';
import {
  activityText,
  newsPick,
  registerStatusBar,
  skillsText,
  TeamPanel,
  termsText,
  viewMessage,
  VIEWS,
  WaitingView,
  winsText,
} from './product';
import { panelStandIn } from '../panelStandIn';
import { foldedJson } from './foldedJson';
import { textOf } from './treeFaces';

const unheard = (): vscode.Disposable => new vscode.Disposable(() => undefined);

/** The rows of *Waiting on me*. */
export function waitingRows(snapshot: Snapshot): string {
  const view = new WaitingView({ snapshot });
  view.show(snapshot);
  return view
    .getChildren()
    .map((row) => {
      const { label, description, iconPath, contextValue, tooltip } = view.getTreeItem(row);
      const { id } = iconPath as { readonly id: string };
      const lines = [
        `${textOf(label)}  |  ${textOf(description)}`,
        `    icon ${id} · ${contextValue ?? ''}`,
        ...textOf(tooltip)
          .split('\n')
          .slice(2)
          .map((line) => `    ${line}`),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('');
}

/** What the team panel is sent when its page is there. */
export function panelState(snapshot: Snapshot): string {
  const { panel, sent, say } = panelStandIn();
  const deps = { current: () => snapshot, onDidChange: unheard } as unknown as ConstructorParameters<
    typeof TeamPanel
  >[1];
  const team = new TeamPanel(vscode.Uri.file('/extension'), deps);
  team.adopt(panel);
  say({ type: 'ready' });
  return `${foldedJson(sent)}\n`;
}

/** What the list of *What changed* shows. */
export function newsPicks(news: readonly AttributedNews[], snapshot: Snapshot): string {
  return news
    .map((each) => {
      const { label, description, detail } = newsPick(each, snapshot);
      return `${label}  |  ${description ?? ''}\n${detail === undefined ? '' : `    ${detail}\n`}`;
    })
    .join('');
}

/** The item of the status bar with its tooltip, and the line above each view. */
export function barAndMessages(snapshot: Snapshot): string {
  const items: vscode.Disposable[] = [];
  const onDidChange: vscode.Event<Snapshot> = (listener) => {
    listener(snapshot);
    return unheard();
  };
  registerStatusBar({ subscriptions: items, service: { onDidChange } });
  const bar = items[0] as vscode.StatusBarItem;
  const state = { isEmpty: false, unwritable: new Set<string>(), unsaved: new Set<string>() };
  return [
    `status bar: ${bar.text}`,
    `spoken: ${bar.accessibilityInformation?.label ?? ''}`,
    textOf(bar.tooltip).trimEnd(),
    '',
    `above My Goals: ${viewMessage(VIEWS.mine, snapshot, state)}`,
    `above Team Goals: ${viewMessage(VIEWS.team, snapshot, state)}`,
    '',
  ].join('\n');
}

/** The documents that are opened to be read: what happened to each goal, the terms of each pact, skills and wins. */
export function documentsText(snapshot: Snapshot): string {
  const goals = [...snapshot.goals.values()];
  const terms = [...snapshot.pacts.values()].flatMap((pact) => {
    const node = snapshot.goals.get(pact.id);
    return node ? [termsText(pact, node, snapshot)] : [];
  });
  return [
    skillsText(snapshot),
    winsText(snapshot),
    ...terms,
    ...goals.map((node) => activityText(node, snapshot)),
  ].join('\n');
}
