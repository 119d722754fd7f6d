import { DAY } from '../ports/ports';
import { feedbackKind } from '../model/feedback';
import { recordsAt, recordsOfKind } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

export type FeedbackNode = RecordNode<typeof feedbackKind.fields>;
export type FeedbackValues = FeedbackNode['values'];

/** One thing somebody said of a goal, and what was said to it. */
export interface FeedbackThread {
  readonly feedback: FeedbackNode;
  /** At any depth, the oldest first. */
  readonly replies: readonly FeedbackNode[];
  readonly state: FeedbackValues['state'];
  /** Milliseconds since 1970: since when an answer is awaited; undefined where there is one, or none is needed. */
  readonly unanswered: number | undefined;
}

/** What was said of a goal, the oldest first. */
export function feedbackThreads(goal: string, snapshot: Snapshot): readonly FeedbackThread[] {
  return threadsOf(recordsAt(goal, feedbackKind, snapshot));
}

/** Of all goals. */
export function allThreads(snapshot: Snapshot): readonly FeedbackThread[] {
  return threadsOf(recordsOfKind(feedbackKind, snapshot));
}

/** The thread that a record stands in, or begins. */
export function threadOf(node: FeedbackNode, snapshot: Snapshot): FeedbackThread | undefined {
  const threads = node.goal === undefined ? [] : feedbackThreads(node.goal, snapshot);
  return threads.find(({ feedback, replies }) => feedback.id === node.id || replies.some(({ id }) => id === node.id));
}

/** Whole days that something has waited. */
export function daysSince(since: number, { calendar }: Snapshot): number {
  return Math.max(0, Math.floor((calendar.now - since) / DAY));
}

export interface FeedbackWaiting {
  readonly what: 'feedback';
  readonly goal: string;
  readonly record: string;
  readonly since: number;
}

/** What others said of a goal of this person and nobody has answered. */
export function unansweredFeedback(snapshot: Snapshot, me: string): readonly FeedbackWaiting[] {
  return allThreads(snapshot).flatMap(({ feedback, unanswered }): FeedbackWaiting[] => {
    const goal = feedback.goal === undefined ? undefined : snapshot.goals.get(feedback.goal);
    if (unanswered === undefined || goal?.goal.owner !== me || feedback.author === me) return [];
    return [{ what: 'feedback', goal: goal.goal.id, record: feedback.id, since: unanswered }];
  });
}

/** @param nodes the oldest first. A reply to something that is gone, or that is younger, begins a thread of its own. */
function threadsOf(nodes: readonly FeedbackNode[]): readonly FeedbackThread[] {
  const threads = new Map<FeedbackNode, FeedbackNode[]>();
  const roots = new Map<string, FeedbackNode>();
  for (const node of nodes) {
    const above = roots.get(node.values.replyTo ?? '');
    const root = above?.goal === node.goal ? above : undefined;
    roots.set(node.id, root ?? node);
    if (root) threads.get(root)?.push(node);
    else threads.set(node, []);
  }
  return [...threads].map(([feedback, replies]) => thread(feedback, replies));
}

function thread(feedback: FeedbackNode, replies: readonly FeedbackNode[]): FeedbackThread {
  const { state, type } = feedback.values;
  const isAnswered = state !== 'open' || replies.some(({ author }) => author !== feedback.author);
  // Praise asks for nothing.
  const unanswered = isAnswered || type === 'praise' ? undefined : feedback.created;
  return { feedback, replies, state, unanswered };
}

/** Who may settle what was said of a goal: its owner, or anybody where it has none; nobody their own suggestion. */
export function mayAnswer(node: FeedbackNode, { goals, me }: Snapshot): boolean {
  const goal = node.goal === undefined ? undefined : goals.get(node.goal);
  if (me === undefined || !goal) return false;
  const isOwnSuggestion = node.author === me && node.values.type === 'suggestion';
  return !isOwnSuggestion && (goal.goal.owner === undefined || goal.goal.owner === me);
}

/** Whoever said something may also say that it is settled. */
export function mayResolve(node: FeedbackNode, snapshot: Snapshot): boolean {
  return mayAnswer(node, snapshot) || (snapshot.me !== undefined && node.author === snapshot.me);
}
