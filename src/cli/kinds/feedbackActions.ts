import { feedbackKind } from '../../core/model/feedback';
import { settledRefusal } from '../../core/feedback/answerFeedback';
import type { FeedbackNode, FeedbackThread, FeedbackValues } from '../../core/feedback/feedbackThreads';
import { allThreads, daysSince, feedbackThreads } from '../../core/feedback/feedbackThreads';
import { isoTime } from '../../core/reports/goalActivity';
import { signaturesNeeded } from '../../core/pacts/signaturesNeeded';
import { planAdd, planEdit } from '../../core/records/planRecord';
import type { RecordValues } from '../../core/changes/recordActions';
import { recordLine } from '../../core/snapshot/recordNode';
import type { RecordNode, Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { noWords, oneWord, parseArguments } from '../terminal/arguments';
import { UsageError } from '../terminal/failure';
import { ownerName } from '../texts/goalTexts';
import { findNode } from '../place/readSnapshot';
import { shortIds } from '../texts/shortIds';
import type { Terminal, Text } from '../terminal/terminal';
import { mayGoOn, paint, say } from '../terminal/terminal';
import type { Context, ExitCode } from '../terminal/verb';
import type { KindAction } from './kindShape';
import { findRecord, openKind, savePlan } from './openKind';
import { planFacts } from '../../app/planFacts';

type Run = Awaited<ReturnType<KindAction['load']>>;

export const acceptFeedback: Run = async (_, args, context) => {
  const { values, positionals } = parseArguments(args, { yes: { type: 'boolean', short: 'y' } });
  return settle(positionals, context, { state: 'accepted' }, (node, snapshot) =>
    values.yes === true ? Promise.resolve(true) : mayNeedSignatures(node, snapshot, context.terminal),
  );
};

/** Says whose signatures a suggestion needs again, and asks; one that needs none is accepted unasked. */
async function mayNeedSignatures(node: FeedbackNode, snapshot: Snapshot, terminal: Terminal): Promise<boolean> {
  const needed = signaturesNeeded(node, snapshot);
  if (!needed) return true;
  const names = needed.people.map((person) => ownerName(person, snapshot)).join(', ');
  terminal.print(
    `It changes the terms of "${oneLine(needed.pact.goal.title, 100)}"; these have to sign again: ${names}`,
  );
  return mayGoOn('Accept it?', terminal);
}

export const resolveFeedback: Run = (_, args, context) => settle(args, context, { state: 'resolved' });

export const declineFeedback: Run = async (_, args, context) => {
  const { values, positionals } = parseArguments(args, { reason: { type: 'string' } });
  const [id, ...words] = positionals;
  const reason = values.reason ?? words.join(' ');
  if (reason.trim() === '') throw new UsageError('Say why: microgoals feedback decline ID --reason TEXT');
  return settle(id === undefined ? [] : [id], context, { state: 'declined', reason: oneLine(reason, 1000) });
};

export const replyToFeedback: Run = async (_, args, context) => {
  const [word, ...words] = parseArguments(args, {}).positionals;
  if (word === undefined || words.length === 0) throw new UsageError('Say what: microgoals feedback reply ID TEXT');
  const { place, snapshot } = await openKind(context);
  const { id, goal } = findRecord(word, feedbackKind, snapshot);
  const values = { goal, by: snapshot.me, note: oneLine(words.join(' '), 1000), replyTo: id };
  const plan = await planAdd({ kind: feedbackKind, values, scope: 'team' }, snapshot, planFacts(place));
  context.terminal.print(`${await savePlan(plan, place)} added`);
  return 0;
};

export const listThreads: Run = async (_, args, context) => {
  const { values, positionals } = parseArguments(args, {
    of: { type: 'string' },
    open: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  noWords(positionals);
  const { place, snapshot } = await openKind(context);
  const all =
    values.of === undefined
      ? allThreads(snapshot)
      : feedbackThreads(findNode(values.of, snapshot, place).goal.id, snapshot);
  const shown = values.open ? all.filter(({ state }) => state === 'open') : all;
  const { print, printJson } = context.terminal;
  if (values.json) printJson(shown.map((each) => threadJson(each, snapshot)));
  else if (shown.length === 0) print('No feedback.');
  else printThreads(shown, snapshot, context.terminal);
  return 0;
};

async function settle(
  words: readonly string[],
  context: Context,
  values: RecordValues & { readonly state: FeedbackValues['state'] },
  mayGo: (node: FeedbackNode, snapshot: Snapshot) => Promise<boolean> = () => Promise.resolve(true),
): Promise<ExitCode> {
  const word = oneWord(parseArguments(words, {}).positionals, 'ID');
  const { place, snapshot } = await openKind(context);
  const node = findRecord(word, feedbackKind, snapshot);
  const plan = settledRefusal(node, values.state) ?? planEdit(node, values, snapshot);
  if (!('problem' in plan) && !(await mayGo(node, snapshot))) return 0;
  await savePlan(plan, place);
  context.terminal.print(`${node.id} ${values.state}: ${oneLine(recordLine(node, snapshot), 1000)}`);
  return 0;
}

function threadJson({ feedback, replies, state, unanswered }: FeedbackThread, snapshot: Snapshot): object {
  const { type, field = null, value = null, reason = null, answeredBy = null } = feedback.values;
  return {
    ...saidJson(feedback),
    goal: feedback.goal ?? null,
    type,
    field,
    value,
    state,
    reason,
    answeredBy,
    unansweredDays: unanswered === undefined ? null : daysSince(unanswered, snapshot),
    replies: replies.map(saidJson),
  };
}

function saidJson(node: FeedbackNode): object {
  const { id, author = null, created } = node;
  const { note = '' } = node.values;
  return { id, by: author, created: created === undefined ? null : isoTime(created), note };
}

function printThreads(threads: readonly FeedbackThread[], snapshot: Snapshot, { print }: Terminal): void {
  const short = shortIds(threads.flatMap(({ feedback, replies }) => [feedback, ...replies].map(({ id }) => id)));
  const lineOf = (node: RecordNode, facts: readonly string[]): Text => {
    const who = node.author === undefined ? [] : [ownerName(node.author, snapshot)];
    const about = [...who, ...facts].join(' · ');
    return say`${paint('dim', short.get(node.id) ?? node.id)} ${oneLine(recordLine(node, snapshot), 200)}  ${paint('dim', about)}`;
  };
  for (const thread of threads) {
    print(lineOf(thread.feedback, threadFacts(thread, snapshot)));
    for (const reply of thread.replies) print(say`  ${lineOf(reply, [])}`);
  }
}

function threadFacts({ feedback, state, unanswered }: FeedbackThread, snapshot: Snapshot): string[] {
  const { type, field, value, reason } = feedback.values;
  const goal = snapshot.goals.get(feedback.goal ?? '')?.goal.title;
  const edit = field === undefined ? [] : [`${field} → ${oneLine(value ?? '', 60)}`];
  const days = unanswered === undefined ? 0 : daysSince(unanswered, snapshot);
  const waits = days === 0 ? [] : [`unanswered ${days} ${days === 1 ? 'day' : 'days'}`];
  return [
    type,
    ...(goal === undefined ? [] : [oneLine(goal, 60)]),
    ...edit,
    ...(state === 'open' ? waits : [state]),
    ...(reason === undefined ? [] : [oneLine(reason, 100)]),
  ];
}
