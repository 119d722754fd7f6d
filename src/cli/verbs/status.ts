import { fileNotices } from '../../app/fileNotices';
import { weekFocus } from '../../core/goals/focus';
import { waitingOnMe } from '../../core/team/waiting';
import { oneLine } from '../../core/text/safeText';
import { noWords, parseArguments } from '../terminal/arguments';
import { factTexts } from '../../core/reports/goalFacts';
import { factWords } from '../texts/goalTexts';
import { noticeLine } from '../texts/noticeText';
import { openVerbPlace } from '../place/verbPlace';
import { readSnapshot, unreadableFiles } from '../place/readSnapshot';
import type { Context, ExitCode, Verb } from '../terminal/verb';

export const statusVerb: Verb = {
  usage: 'status [--json]',
  help: `Shows the active goal of this work tree and your week: of your goals in focus (active, due by Sunday, or pinned, as
added ones are) how many are done. Then what has to be settled about the files of the team.

  --json   {active: id or null, done, total, waiting: [{what, goal, record, since}]}`,
  run,
};

async function run(args: readonly string[], { terminal, ...context }: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  noWords(positionals);
  const place = await openVerbPlace({ terminal, ...context });
  const snapshot = await readSnapshot(place, { me: true, active: true, commits: true });
  const { done, total } = weekFocus(snapshot);
  const active = snapshot.active === undefined ? undefined : snapshot.goals.get(snapshot.active);
  const waiting = waitingOnMe(snapshot);
  if (values.json) terminal.printJson({ active: active?.goal.id ?? null, done, total, waiting });
  else {
    const blocked = active ? factTexts(['blocked'], active, snapshot, factWords(snapshot)) : [];
    const after = blocked.map(({ text }) => ` (${text})`).join('');
    terminal.print(
      active ? `Active: ${active.goal.id} ${oneLine(active.goal.title, 1000)}${after}` : 'Active: nothing',
    );
    terminal.print(total === 0 ? 'This week: nothing in focus' : `This week: ${done}/${total} done`);
    if (waiting.length > 0) terminal.print(`Waiting on you: ${waiting.length} (microgoals waiting)`);
  }
  for (const notice of values.json ? [] : await fileNotices(place)) terminal.print(noticeLine(notice, place.root));
  const sentences = unreadableFiles(snapshot.sources, place);
  for (const sentence of sentences) terminal.warn(sentence);
  return sentences.length > 0 ? 1 : 0;
}
