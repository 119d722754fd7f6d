import type { NoticedPlace } from '../../app/fileNotices';
import type { FileNotice } from '../../core/snapshot/fileNotice';
import type { Log } from '../../core/ports/ports';
import type { InBackground } from './inBackground';
import { inBackground } from './inBackground';
import { orNothing } from './lateFacts';
import { remember } from './remember';

type Notices = readonly FileNotice[];

/** Returns what the files of the team do not show by themselves. Folders are looked at with each reading, git is asked when it moved. */
export function noticesOf(place: NoticedPlace, log: Log, onLate: () => void): InBackground<Notices> {
  let known: Notices = [];
  const ofGit = remember(async () => (await import('../../app/fileNotices')).gitNotices(place));
  const read = async (): Promise<Notices> => {
    const { folderNotices } = await import('../../app/fileNotices');
    const found = [...(await orNothing(ofGit.get(), [], log)), ...(await folderNotices(place))];
    // The same array while nothing has changed, so that nothing is drawn again.
    if (JSON.stringify(found) !== JSON.stringify(known)) known = found;
    return known;
  };
  const notices = inBackground(() => orNothing(read(), known, log), onLate);
  return {
    get() {
      notices.forget();
      return notices.get();
    },
    settled: () => notices.settled(),
    forget() {
      ofGit.forget();
      notices.forget();
    },
  };
}
