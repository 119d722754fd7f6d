import { fileNotices, takeLeftAside } from '../../app/fileNotices';
import { noWords, parseArguments } from '../terminal/arguments';
import { openVerbPlace } from '../place/verbPlace';
import { requireAside } from '../place/requireRepository';
import { shownPath } from '../texts/describeUnreadable';
import { noticeText } from '../texts/noticeText';
import type { Context, ExitCode, Verb } from '../terminal/verb';
import { records } from './park';

export const unparkVerb: Verb = {
  usage: 'unpark [--left]',
  help: `Writes what was set aside, by microgoals park or by the editor's setting microGoals.cleanTree, into
.microgoals/goals.json: the next commit can share it.

  --left   what worktrees had set aside that are gone now`,
  run,
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { left: { type: 'boolean' } });
  noWords(positionals);
  const { terminal } = context;
  const place = await openVerbPlace(context);
  const aside = requireAside(place);
  const count = values.left ? await takeLeftAside(place) : await aside.share();
  const name = shownPath(place.shared.path, place.root);
  terminal.print(count === 0 ? 'Nothing is set aside.' : `${name} has the changes of ${records(count)} now.`);
  const left = (await fileNotices(place)).filter(({ code }) => code === 'left-aside');
  for (const notice of left) terminal.print(noticeText(notice, place.root));
  return 0;
}
