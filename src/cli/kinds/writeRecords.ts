import { mustExplain } from '../../core/followUp/endingReason';
import type { Kind } from '../../core/model/kind';
import { goalKind } from '../../core/model/goal';
import { planAdd, planDelete, planEdit, ruleOf } from '../../core/records/planRecord';
import { recordBeginning } from '../../core/records/recordBeginning';
import { noWords, oneWord, parseArguments } from '../terminal/arguments';
import { askEnding } from '../terminal/askEnding';
import { UsageError } from '../terminal/failure';
import type { Context, ExitCode } from '../terminal/verb';
import { fieldFlags, flagOf, readFlags } from './fieldFlags';
import { needsGoal, textField } from './kindShape';
import { findRecord, openKind, savePlan } from './openKind';
import { planFacts } from '../../app/planFacts';

export async function addRecordOf(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { ...fieldFlags(kind), personal: { type: 'boolean' } });
  const { place, snapshot, fields } = await openKind(context, { commits: ruleOf(kind) !== undefined });
  const given = withWords(kind, values, positionals);
  const said = await readFlags(kind, given, fields);
  const goal = kind.below === undefined ? undefined : said[kind.below];
  const read = { ...recordBeginning(kind, typeof goal === 'string' ? goal : undefined, snapshot), ...said };
  const scope = values['personal'] === true ? 'personal' : 'team';
  const id = await savePlan(await planAdd({ kind, values: read, scope }, snapshot, planFacts(place)), place);
  context.terminal.print(`${id} added`);
  return 0;
}

export async function editRecordOf(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, fieldFlags(kind));
  const word = oneWord(positionals, 'ID');
  if (Object.keys(values).length === 0) throw new UsageError(`Say what to change: microgoals ${kind.name} --help`);
  const { place, snapshot, fields } = await openKind(context);
  const node = findRecord(word, kind, snapshot);
  const goal = kind.letter === goalKind.letter ? snapshot.goals.get(node.id)?.goal : undefined;
  // A pact is closed, which asks by itself.
  if (goal && goal.kind !== 'pact') askEnding(values, node.values, mustExplain(goal, node.scope));
  const plan = planEdit(node, await readFlags(kind, values, fields), snapshot);
  await savePlan(plan, place);
  const isSame = 'changes' in plan && plan.changes.length === 0;
  context.terminal.print(`${node.id} ${isSame ? 'unchanged' : 'changed'}`);
  return 0;
}

export async function removeRecordOf(kind: Kind, args: readonly string[], context: Context): Promise<ExitCode> {
  const word = oneWord(parseArguments(args, {}).positionals, 'ID');
  const { place, snapshot } = await openKind(context);
  const node = findRecord(word, kind, snapshot);
  context.terminal.print(`${await savePlan(planDelete(node, snapshot), place)} deleted`);
  return 0;
}

/** Adds the words without an option to the options: first the goal, if the kind needs one, then the text. */
function withWords(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Record<string, unknown> {
  const given = { ...values };
  const rest = [...words];
  const goal = flagOf(kind.below ?? '');
  if (needsGoal(kind) && given[goal] === undefined) {
    const [word] = rest.splice(0, 1);
    if (word === undefined) throw new UsageError(`Say of which goal: microgoals ${kind.name} add GOAL …`);
    given[goal] = word;
  }
  const text = textField(kind);
  if (text === undefined || given[flagOf(text)] !== undefined) noWords(rest);
  else if (rest.length > 0) given[flagOf(text)] = rest.join(' ');
  return given;
}
