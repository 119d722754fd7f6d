import { kindNamed } from '../../core/model/kinds';
import type { Verb } from '../terminal/verb';
import { kindVerb } from './kindVerb';

/** Act on a goal: a verb that adds a record of a kind, or does something with one. */
interface Act {
  readonly kind: string;
  readonly action: string;
  readonly usage: string;
  readonly help: string;
}

const ACTS: Readonly<Record<string, Act>> = {
  sign: {
    kind: 'pact',
    action: 'sign',
    usage: 'sign PACT [--confidence 1-5] [--note TEXT] [--for PERSON]',
    help: `Shows the terms of a pact and signs them as they stand.

  --confidence 1-5   1 hardly, 5 surely
  --note TEXT        I will help by …
  --for PERSON       as the proxy of somebody who cannot`,
  },
  amend: {
    kind: 'pact',
    action: 'amend',
    usage: 'amend PACT --note TEXT [--affects TEXT] [--from DAY] [--target NUMBER] [--due DAY] …',
    help: `Gives a pact new terms, with a note on what changed and why. microgoals pact --help lists the options of the terms.`,
  },
  grant: {
    kind: 'resource',
    action: 'grant',
    usage: 'grant RESOURCE',
    help: 'Grants a resource that was asked for. RESOURCE is its id, its title, or the goal that asks for one.',
  },
  block: {
    kind: 'blocker',
    action: 'add',
    usage: 'block GOAL TEXT [--needs PERSON] [--since DAY]',
    help: `Says what stands in the way of a goal.

  --needs PERSON   who can help; it waits for them
  --since DAY      today unless said otherwise`,
  },
  unblock: {
    kind: 'blocker',
    action: 'clear',
    usage: 'unblock GOAL|BLOCKER [--resolution TEXT]',
    help: `Says that what stood in the way of a goal is out of the way. GOAL is enough where only one thing does.

  --resolution TEXT   how it was cleared`,
  },
  say: {
    kind: 'feedback',
    action: 'add',
    usage: 'say GOAL TEXT [--type comment|praise|suggestion|concern|advice] [--field FIELD --value VALUE]',
    help: `Gives feedback on a goal; its owner is asked to answer.

  --type WORD      comment unless said otherwise
  --field FIELD    what a suggestion would change: title, why, measure, target, due or notes
  --value VALUE    what it should say`,
  },
  reply: {
    kind: 'feedback',
    action: 'reply',
    usage: 'reply FEEDBACK|GOAL TEXT',
    help: 'Answers what somebody said about a goal. GOAL is enough where only one entry is open.',
  },
  thank: {
    kind: 'kudos',
    action: 'add',
    usage: 'thank GOAL TEXT [--to PERSON,…] [--commit COMMIT] [--check-in ID]',
    help: 'Thanks people for something that was done; everybody who takes part, unless --to names them.',
  },
  assess: {
    kind: 'assessment',
    action: 'add',
    usage: 'assess SKILL --wanted 1-5 --now 1-5 [--note TEXT] [--personal]',
    help: 'Says how you see a skill of yours: how good you want to be at it, and how good you are.',
  },
};

/** Returns the verb of an act, which is an action of a kind under a name of its own. */
export function actVerb(name: string): Verb {
  const act = ACTS[name];
  const kind = act && kindNamed(act.kind);
  if (!kind) throw new Error(`no act ${name}`);
  const { usage, help, action } = act;
  return { usage, help, run: (args, context) => kindVerb(kind).run([action, ...args], context) };
}
