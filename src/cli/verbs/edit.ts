import type { Change } from '../../core/document/change';
import type { Json } from '../../core/document/json';
import type { GoalStatus } from '../../core/model/goal';
import { goalKind } from '../../core/model/goal';
import type { Goal } from '../../core/model/goalView';
import { readGoal } from '../../core/model/goalView';
import { proposalRefusal, reassigned, statusRefusal } from '../../core/goals/acceptance';
import { partRefusal } from '../../core/goals/removal';
import type { GivenEnding } from '../../core/followUp/endingReason';
import { endingRefusal, mustExplain } from '../../core/followUp/endingReason';
import { setField, setTags } from '../../core/changes/goalActions';
import { changeHelpers } from '../../core/together/helpers';
import type { QuickAdd } from '../../core/text/quickAdd';
import { isTag } from '../../core/text/quickAdd';
import { oneLine } from '../../core/text/safeText';
import { parseArguments } from '../terminal/arguments';
import { askEnding } from '../terminal/askEnding';
import { checkParent } from '../place/checkParent';
import { editText, readEditedText } from '../terminal/editText';
import { Failure, refused, UsageError } from '../terminal/failure';
import { fieldContext, readQuickAdd } from '../place/fieldContext';
import { findGoal } from '../place/findGoal';
import type { FieldName } from '../terminal/goalOptions';
import { FIELD_HELP, FIELD_NAMES, FIELD_OPTIONS } from '../terminal/goalOptions';
import type { VerbPlace } from '../place/verbPlace';
import { myAddress } from '../../app/placeFacts';
import { openVerbPlace } from '../place/verbPlace';
import type { StoredGoal } from '../place/readGoals';
import { aliasesIn, readGoals } from '../place/readGoals';
import { readSnapshot } from '../place/readSnapshot';
import { readFieldValue } from '../terminal/readFieldValue';
import { readOptions } from '../place/readOptions';
import type { Context, ExitCode, Verb } from '../terminal/verb';

const OPTIONS = {
  ...FIELD_OPTIONS,
  tag: { type: 'string', multiple: true },
  untag: { type: 'string', multiple: true },
  helper: { type: 'string', multiple: true },
  unhelper: { type: 'string', multiple: true },
  pin: { type: 'boolean' },
  unpin: { type: 'boolean' },
} as const;

export const editVerb: Verb = {
  usage: 'edit ID [TEXT] [options]',
  help: `Changes what TEXT (as for add; what it does not say stays) or options say. Without them, $EDITOR opens with the goal.

  --title TEXT
${FIELD_HELP}
  --tag WORD, --untag WORD
  --helper PERSON, --unhelper PERSON     who works on it besides its owner: a name, an e-mail address, or me
  --pin, --unpin     in focus this week, or not
none as a value clears a field.`,
  run,
};

/** Fields to change; an absent field stays as it is. */
type Edits = Partial<Record<FieldName | 'pinned', Json | undefined>> & {
  readonly tags?: readonly string[];
  readonly helpers?: readonly Change[];
};

async function run(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, OPTIONS);
  const [word, ...words] = positionals;
  if (word === undefined) throw new UsageError('Say which one: ID is missing.');
  const place = await openVerbPlace(context);
  const stored = await readGoals(place);
  const found = findGoal(word, stored);
  const { goal } = readGoal(found.id, found.record, await aliasesIn([found], place));
  const isSilent = Object.keys(values).length === 0 && words.length === 0;
  const edits = isSilent
    ? await editByHand(goal, place, context)
    : { ...(await editsOfText(words.join(' '), goal, place, context)), ...(await editsOfOptions(values, goal, place)) };
  askEnding(edits, { ...goal.more, status: goal.status }, mustExplain(goal, found.scope));
  if (typeof edits.parent === 'string') checkParent(edits.parent, { ...found, path: found.file.path }, stored, place);
  const changes = [...changesOf(goal, edits), ...(await answersOf(found, goal, edits, place))];
  if (changes.length > 0) await found.file.save(changes);
  const title = typeof edits.title === 'string' ? edits.title : goal.title;
  context.terminal.print(`${goal.id} ${changes.length > 0 ? 'changed' : 'unchanged'}: ${oneLine(title, 1000)}`);
  return 0;
}

/** Returns the change of status that a new owner brings. @throws Failure if only the present owner may set the status. */
async function answersOf(
  { scope }: StoredGoal,
  goal: Goal,
  edits: Edits,
  place: VerbPlace,
): Promise<readonly Change[]> {
  if (!('owner' in edits) && !('status' in edits)) return [];
  const me = await myAddress(place);
  const refusal =
    'status' in edits
      ? (statusRefusal(goal, edits.status, me) ??
        proposalRefusal(goal, edits.status, 'why' in edits ? edits.why : goal.more.why))
      : undefined;
  if (refusal) throw refused(refusal);
  const { owner, status } = edits;
  const ending = 'status' in edits ? endingRefusal(goal, scope, givenEnding(edits)) : undefined;
  if (ending) throw refused(ending);
  if (!('owner' in edits)) return [];
  if (goal.kind === 'commitment') await keepPart(goal, place);
  const of = { scope, owner: typeof owner === 'string' ? owner : undefined, me };
  return reassigned(goal, { ...of, status: status as GoalStatus | undefined });
}

/** Refuses to take from others what they signed to do. @throws Failure */
async function keepPart({ id }: Goal, place: VerbPlace): Promise<void> {
  const snapshot = await readSnapshot(place, { me: true, names: true });
  const node = snapshot.goals.get(id);
  const refusal = node && partRefusal(node, snapshot);
  if (refusal) throw refused(refusal);
}

/** Returns the ending that an edit gives a goal; a cleared text is an empty one. */
function givenEnding(edits: Edits): GivenEnding {
  const text = (name: 'reason' | 'learned'): string | undefined =>
    name in edits ? (typeof edits[name] === 'string' ? edits[name] : '') : undefined;
  return { status: edits.status as GoalStatus | undefined, reason: text('reason'), learned: text('learned') };
}

function changesOf(goal: Goal, { tags, helpers = [], ...fields }: Edits): Change[] {
  const set = Object.entries(fields).map(([name, value]) => setField(goal.id, name, value));
  const all = [...set, ...(tags ? setTags(goal.id, goal.tags, tags) : []), ...helpers];
  const before: Readonly<Record<string, unknown>> = { ...goal.more, ...Object.fromEntries(Object.entries(goal)) };
  return all.filter(
    (change) =>
      change.type !== 'set' ||
      change.path.includes('/') ||
      before[change.path] !== (change.value ?? emptyOf(change.path)),
  );
}

/** Returns the value that a goal has for a field missing in its record. */
function emptyOf(field: string): unknown {
  return field === 'notes' ? '' : field === 'pinned' ? false : undefined;
}

async function editsOfText(text: string, goal: Goal, place: VerbPlace, { terminal }: Context): Promise<Edits> {
  if (text.trim() === '') return {};
  const quick = await readQuickAdd(text, place);
  for (const problem of quick.problems) terminal.warn(`${problem} It stays in the title.`);
  return { ...said(quick), tags: [...new Set([...goal.tags, ...quick.tags])] };
}

/** Returns the fields that a line sets. */
function said({ title, due, owner, parent, priority, repeat }: QuickAdd): Edits {
  const fields = { title: title === '' ? undefined : title, due, owner, parent, priority, repeat };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

type Values = ReturnType<typeof parseArguments<typeof OPTIONS>>['values'];

async function editsOfOptions(values: Values, goal: Goal, place: VerbPlace): Promise<Edits> {
  const { tag = [], untag = [], helper = [], unhelper = [], pin, unpin } = values;
  if (pin && unpin) throw new UsageError('Use only one of --pin and --unpin.');
  const named = Object.fromEntries(
    FIELD_NAMES.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  );
  const people = { added: await peopleOf(helper, place), removed: await peopleOf(unhelper, place) };
  const edits: Edits = {
    ...(await readOptions(named, place)),
    ...(pin || unpin ? { pinned: pin === true } : {}),
    helpers: changeHelpers(goal, people.added, people.removed),
  };
  if (tag.length === 0 && untag.length === 0) return edits;
  const [added, removed] = [tag.map(tagOf), untag.map(tagOf)];
  return { ...edits, tags: [...new Set([...goal.tags, ...added])].filter((each) => !removed.includes(each)) };
}

async function peopleOf(names: readonly string[], place: VerbPlace): Promise<string[]> {
  const context = fieldContext(place);
  const read = names.map((name) => readFieldValue('helper', goalKind.fields.owner, name, context));
  return (await Promise.all(read)).flatMap((person) => (typeof person === 'string' ? [person] : []));
}

function tagOf(text: string): string {
  const tag = text.replace(/^#/, '').normalize('NFC').toLowerCase();
  if (!isTag(tag)) throw new UsageError(`"${text}" is no tag: letters, digits, - and _, at least one letter.`);
  return tag;
}

/** Lets the person edit the whole goal as text: anything that they remove is cleared. */
async function editByHand(goal: Goal, place: VerbPlace, context: Context): Promise<Edits> {
  if (!context.terminal.interactive)
    throw new UsageError('Say what to change: microgoals edit --help lists the options.');
  const { title, notes } = readEditedText(await editText(goal, context.environment));
  const quick = await readQuickAdd(title, place);
  const [problem] = quick.problems;
  if (problem !== undefined) throw new Failure(`${problem} Nothing was changed.`);
  if (quick.title === '') throw new Failure('The title is empty; nothing was changed.');
  const { due, owner, parent, priority, repeat } = quick;
  const kept = goal.tags.filter((tag) => !isTag(tag));
  return {
    title: quick.title,
    due,
    owner,
    parent,
    priority,
    repeat,
    notes: notes === '' ? undefined : notes,
    tags: [...quick.tags, ...kept],
  };
}
