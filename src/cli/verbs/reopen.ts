import { setStatusOf } from '../place/setStatusOf';
import type { Verb } from '../terminal/verb';

export const reopenVerb: Verb = {
  usage: 'reopen ID…',
  help: 'Takes the tick away, also where a commit set it (Closes-Goal).',
  run: (args, context) => setStatusOf(args, context, 'open', 'open again'),
};
