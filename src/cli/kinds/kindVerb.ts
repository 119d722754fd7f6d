import type { Kind } from '../../core/model/kind';
import { UsageError } from '../failure';
import type { Context, ExitCode, Verb } from '../verb';
import { flagsHelp } from './fieldFlags';
import { needsGoal, textField } from './kindShape';
import { addRecordOf, editRecordOf, removeRecordOf } from './writeRecords';
import { listRecordsOf, showRecordOf } from './showRecords';

type Run = (kind: Kind, args: readonly string[], context: Context) => Promise<ExitCode>;

const ACTIONS: Readonly<Record<string, Run>> = {
  add: addRecordOf,
  list: listRecordsOf,
  show: showRecordOf,
  edit: editRecordOf,
  rm: removeRecordOf,
};

/** The verb of a kind, made from its declaration. */
export function kindVerb(kind: Kind): Verb {
  return {
    usage: `${kind.name} add|list|show|edit|rm …`,
    help: helpOf(kind),
    run: (args, context) => run(kind, args, context),
  };
}

async function run(kind: Kind, [name, ...rest]: readonly string[], context: Context): Promise<ExitCode> {
  const action = Object.hasOwn(ACTIONS, name ?? '') ? ACTIONS[name ?? ''] : undefined;
  if (!action) throw new UsageError(`What about it? microgoals ${kind.name} ${Object.keys(ACTIONS).join('|')}`);
  return action(kind, rest, context);
}

function helpOf(kind: Kind): string {
  const { name, help } = kind;
  const goal = needsGoal(kind) ? ' GOAL' : '';
  const text = textField(kind) === undefined ? '' : ' [TEXT]';
  const below = kind.below === undefined ? '' : ' [--of GOAL]';
  return `${help}

  microgoals ${name} add${goal}${text} [options]     prints the id
  microgoals ${name} list${below} [--json | --markdown]
  microgoals ${name} show ID [--json | --markdown]
  microgoals ${name} edit ID [options]       none as a value clears a field
  microgoals ${name} rm ID

${flagsHelp(kind)}
  --personal  for you alone, where it is of no goal; what is of a goal goes where the goal is`;
}
