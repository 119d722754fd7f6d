import { setStatusOf } from '../place/setStatusOf';
import type { Verb } from '../terminal/verb';

export const doneVerb: Verb = {
  usage: 'done ID…',
  help: `Ticks the goals. The active goal stops being active: commit first what belongs to it, or write Goal: ID in the message.`,
  run: (args, context) => setStatusOf(args, context, 'done', 'done'),
};
