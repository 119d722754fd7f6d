import { gitNotices } from '../../app/fileNotices';
import { noticeLine } from '../texts/noticeText';
import type { Context } from '../terminal/verb';
import type { VerbPlace } from './verbPlace';

/** Warns of a file of the team that git ignores: it is there for nobody else. */
export async function warnIfIgnored(place: VerbPlace, { terminal }: Context): Promise<void> {
  for (const notice of await gitNotices(place).catch(() => [])) terminal.warn(noticeLine(notice, place.root));
}
