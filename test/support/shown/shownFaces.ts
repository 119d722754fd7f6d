import { listJson, listText, newsText, recordsText, showAllJson, showText, waitingText } from './commandLineFaces';
import { barAndMessages, documentsText, newsPicks, panelState, waitingRows } from './editorFaces';
import { ANA, BO, CY } from './everyGoal';
import { earlierDocument, everyDocument, everySnapshot } from './everySnapshot';
import type { AttributedNews } from './product';
import { mineModel, teamModel, teamNews } from './product';
import { drawnRows, tooltipText, treeText } from './treeFaces';
import { UTC } from '../teamSnapshot';

/** What each face shows of everything, as text, by the name of the file it is recorded in. */
export async function shownFaces(): Promise<ReadonlyMap<string, string>> {
  const ana = everySnapshot({ me: ANA });
  const bo = everySnapshot({ me: BO, git: 'little' });
  const nobody = everySnapshot({ me: undefined, git: 'none' });
  const news = everyNews();
  const people = [
    ['Ana', ana],
    ['Bo', bo],
    ['Cy', everySnapshot({ me: CY })],
    ['nobody', nobody],
  ] as const;
  const forAll = (face: (snapshot: typeof ana) => string): string =>
    people.map(([name, snapshot]) => `=== as ${name}\n${face(snapshot)}\n`).join('');
  const faces = new Map([
    ['tree-mine', treeText(drawnRows(ana, mineModel))],
    ['tree-team', treeText(drawnRows(ana, teamModel))],
    ['tree-team-of-bo-in-a-shallow-clone', treeText(drawnRows(bo, teamModel))],
    ['tooltips', `${await tooltipText(ana, teamModel)}${await tooltipText(ana, mineModel)}`],
    ['tooltips-of-bo-in-a-shallow-clone', await tooltipText(bo, teamModel)],
    ['waiting-view', forAll(waitingRows)],
    ['news-list', newsPicks(news, ana)],
    ['status-bar', forAll(barAndMessages)],
    ['documents', documentsText(ana)],
    ['panel', panelState(ana)],
    ['command-line-list', listText(ana)],
    ['command-line-list-json', listJson(ana)],
    ['command-line-list-in-a-shallow-clone', listText(bo)],
    ['command-line-show', showText(ana)],
    ['command-line-show-json', showAllJson(ana)],
    ['command-line-records', recordsText(ana)],
    ['command-line-waiting', forAll(waitingText)],
    ['command-line-news', newsText(news, ana)],
  ]);
  // Newer versions of Node put a narrow space between the time and AM or PM.
  return new Map([...faces].map(([name, text]) => [name, text.replaceAll('\u202f', ' ')]));
}

/** What changed since somebody looked last; whoever made a record committed it, goals were committed by Bo. */
export function everyNews(): readonly AttributedNews[] {
  return teamNews(earlierDocument(), everyDocument(), UTC).map((each) => ({
    ...each,
    by: each.author ?? (each.type === 'gone' ? null : 'Bo Larsen'),
    address: each.author,
  }));
}
