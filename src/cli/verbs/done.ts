import { setStatusOf } from '../place/setStatusOf';
import type { Verb } from '../terminal/verb';

export const doneVerb: Verb = {
  usage: 'done ID…',
  help: 'Ticks the goals.',
  run: (args, context) => setStatusOf(args, context, 'done', 'done'),
};
