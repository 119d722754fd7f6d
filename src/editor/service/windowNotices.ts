import type { NoticedPlace } from '../../app/fileNotices';
import { folderNotices, gitNotices } from '../../app/fileNotices';
import type { FileNotice } from '../../core/snapshot/fileNotice';
import type { Log } from '../../core/ports/ports';
import { noticeWords } from '../texts/noticeWords';
import { orNothing } from './lateFacts';
import { remember } from './remember';

type Notices = readonly FileNotice[];

/** Returns the reader of what the files of the team do not show by themselves. It asks git once, and looks at folders each time. */
export function noticeReader(place: NoticedPlace, log: Log): () => Promise<Notices> {
  let known: Notices = [];
  const ofGit = remember(() => orNothing(gitNotices(place), [], log));
  const read = async (): Promise<Notices> => {
    const found = [...(await ofGit.get()), ...(await folderNotices(place))];
    const worded = found.map((notice) => ({ ...notice, words: noticeWords(notice) }));
    // The same array while nothing has changed, so that nothing is drawn again.
    if (JSON.stringify(worded) !== JSON.stringify(known)) known = worded;
    return known;
  };
  return () => orNothing(read(), known, log);
}
