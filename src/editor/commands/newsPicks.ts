import * as vscode from 'vscode';
import { emptyDocument } from '../../core/document/goalDocument';
import type { GoalDocument } from '../../core/document/goalDocument';
import { parseStamp } from '../../core/document/stamp';
import { goalKind } from '../../core/model/goal';
import { withArchive } from '../../core/branches/compareRevisions';
import { newsText } from '../../core/reports/newsText';
import type { NewsType } from '../../core/reports/goalNews';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { escapeIcons, oneLine, visible } from '../../core/text/safeText';
import type { AttributedNews } from '../../git/people/attributedNews';
import { attributedNews } from '../../git/people/attributedNews';
import { PlainError } from '../service/commandBoundary';
import type { WindowPlace } from '../service/windowPlace';
import { factWords, momentWord } from '../texts/words';

const { t } = vscode.l10n;
const LONGEST = 200;

/** Changes to the team's goals since this person last looked; `before` is undefined if they never did. */
export interface News {
  readonly before: GoalDocument | undefined;
  readonly now: GoalDocument;
  readonly news: readonly AttributedNews[];
  /** Absolute paths of the shared file and the archive. */
  readonly files: readonly string[];
}

/** Reads the shared file and the archive as one, so that archived goals count as present. @throws PlainError if one is unreadable */
export async function readNews({ space, repository, looked, replica }: WindowPlace, snapshot: Snapshot): Promise<News> {
  const shared = space.files.filter(({ scope }) => scope === 'team').map(({ file }) => file);
  const files = [...shared, ...(space.archive ? [space.archive] : [])];
  const readings = await Promise.all(files.map((file) => file.read()));
  if (readings.some(({ state }) => state === 'broken'))
    throw new PlainError(t('A file with goals cannot be read. The Problems view says where the defect is.'));
  const documents = readings.map((reading) => ('document' in reading ? reading.document : emptyDocument()));
  const now = documents.reduce(withArchive, emptyDocument());
  const before = await looked.read();
  const paths = files.map(({ path }) => path);
  return {
    before,
    now,
    news: before ? await attributedNews(repository, paths, before, now, { replica, snapshot }) : [],
    files: paths,
  };
}

export interface NewsPick extends vscode.QuickPickItem {
  readonly news: AttributedNews;
}

/** Returns a row that says who did what to which goal, and when. */
export function newsPick(news: AttributedNews, snapshot: Snapshot): NewsPick {
  const { kind, type, stamp } = news;
  const time = parseStamp(stamp);
  const sentence = newsText(news, snapshot, factWords(snapshot));
  return {
    news,
    label: `$(${kind === goalKind ? ICONS[type] : kind.icon}) ${escapeIcons(visible(oneLine(sentence, LONGEST)))}`,
    description: time ? momentWord(time.millis) : '',
  };
}

const ICONS: Readonly<Record<NewsType, string>> = {
  added: 'add',
  done: 'check',
  reopened: 'discard',
  dropped: 'circle-slash',
  changed: 'edit',
  deleted: 'trash',
  gone: 'question',
};
