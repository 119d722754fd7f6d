import type { Kind } from '../../core/model/kind';
import { UsageError } from '../terminal/failure';
import { meant } from '../terminal/meant';
import type { Context, ExitCode, Verb } from '../terminal/verb';
import { flagOf, flagsHelp } from './fieldFlags';
import type { KindAction } from './kindShape';
import { actionsOfKind } from './kindActions';
import { needsGoal, textField } from './kindShape';
import { addRecordOf, editRecordOf, removeRecordOf } from './writeRecords';
import { listRecordsOf, showRecordOf } from './showRecords';

const ACTIONS: Readonly<Record<string, Pick<KindAction, 'load'>>> = {
  add: { load: () => Promise.resolve(addRecordOf) },
  list: { load: () => Promise.resolve(listRecordsOf) },
  show: { load: () => Promise.resolve(showRecordOf) },
  edit: { load: () => Promise.resolve(editRecordOf) },
  rm: { load: () => Promise.resolve(removeRecordOf) },
};

/** Makes the verb of a kind from its declaration, including the actions that only this kind has. */
export function kindVerb(kind: Kind): Verb {
  return {
    usage: `${kind.name} ${Object.keys(actionsOf(kind)).join('|')} …`,
    help: helpOf(kind),
    run: (args, context) => run(kind, args, context),
  };
}

async function run(kind: Kind, [name, ...rest]: readonly string[], context: Context): Promise<ExitCode> {
  const actions = actionsOf(kind);
  const action = Object.hasOwn(actions, name ?? '') ? actions[name ?? ''] : undefined;
  if (!action) {
    const names = Object.keys(actions);
    throw new UsageError(`What about it?${name ? meant(name, names) : ''} microgoals ${kind.name} ${names.join('|')}`);
  }
  return (await action.load())(kind, rest, context);
}

function actionsOf(kind: Kind): Readonly<Record<string, Pick<KindAction, 'load'>>> {
  return { ...ACTIONS, ...actionsOfKind(kind) };
}

function helpOf(kind: Kind): string {
  const { name, help } = kind;
  const goal = needsGoal(kind) ? ' GOAL' : '';
  const field = textField(kind);
  const text = field === undefined ? '' : ` [${flagOf(field).toUpperCase()}]`;
  const special = Object.values(actionsOfKind(kind))
    .map(({ usage }) => `  microgoals ${name} ${usage}\n`)
    .join('');
  const below = kind.below === undefined ? '' : ' [--of GOAL]';
  return `${help}

  microgoals ${name} add${goal}${text} [options]     the first word it prints is the id
  microgoals ${name} list${below} [--json | --markdown]
  microgoals ${name} show ID [--json | --markdown]
  microgoals ${name} edit ID [options]       none as a value clears a field
  microgoals ${name} rm ID
${special}
${flagsHelp(kind)}
  --personal  for you alone, where it is of no goal; what is of a goal goes where the goal is`;
}
