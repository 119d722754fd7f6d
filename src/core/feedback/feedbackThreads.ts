import { DAY } from '../ports/ports';
import { feedbackKind } from '../model/feedback';
import { recordsAt, recordsOfKind } from '../snapshot/recordNode';
import type { RecordNode, Snapshot } from '../snapshot/snapshot';

export type FeedbackNode = RecordNode<typeof feedbackKind.fields>;
export type FeedbackValues = FeedbackNode['values'];

/** Feedback entry on a goal, with the replies to it. */
export interface FeedbackThread {
  readonly feedback: FeedbackNode;
  /** Replies to the entry at any depth, oldest first. */
  readonly replies: readonly FeedbackNode[];
  readonly state: FeedbackValues['state'];
  /** Time since which an answer is awaited, in milliseconds since 1970; undefined if there is one, or none is needed. */
  readonly unanswered: number | undefined;
}

/** Returns the feedback threads of a goal, oldest first. */
export function feedbackThreads(goal: string, snapshot: Snapshot): readonly FeedbackThread[] {
  return threadsOf(recordsAt(goal, feedbackKind, snapshot));
}

/** Returns the feedback threads of all goals. */
export function allThreads(snapshot: Snapshot): readonly FeedbackThread[] {
  return threadsOf(recordsOfKind(feedbackKind, snapshot));
}

/** Returns the thread that an entry belongs to, or begins. */
export function threadOf(node: FeedbackNode, snapshot: Snapshot): FeedbackThread | undefined {
  const threads = node.goal === undefined ? [] : feedbackThreads(node.goal, snapshot);
  return threads.find(({ feedback, replies }) => feedback.id === node.id || replies.some(({ id }) => id === node.id));
}

/** Returns for how many whole days something has waited. */
export function daysSince(since: number, { calendar }: Snapshot): number {
  return Math.max(0, Math.floor((calendar.now - since) / DAY));
}

export interface FeedbackWaiting {
  readonly what: 'feedback';
  readonly goal: string;
  readonly record: string;
  readonly since: number;
}

/** Returns the feedback of others on this person's goals that nobody has answered. */
export function unansweredFeedback(snapshot: Snapshot, me: string): readonly FeedbackWaiting[] {
  return allThreads(snapshot).flatMap(({ feedback, unanswered }): FeedbackWaiting[] => {
    const goal = feedback.goal === undefined ? undefined : snapshot.goals.get(feedback.goal);
    if (unanswered === undefined || goal?.goal.owner !== me || feedback.author === me) return [];
    return [{ what: 'feedback', goal: goal.goal.id, record: feedback.id, since: unanswered }];
  });
}

/** Groups entries into threads. A reply to an entry that is gone, or younger, begins its own thread. @param nodes oldest first. */
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
  // Praise needs no answer.
  const unanswered = isAnswered || type === 'praise' ? undefined : feedback.created;
  return { feedback, replies, state, unanswered };
}

/** Tells whether the user may settle an entry: they own the goal, or nobody does; nobody may settle their own suggestion. */
export function mayAnswer(node: FeedbackNode, { goals, me }: Snapshot): boolean {
  const goal = node.goal === undefined ? undefined : goals.get(node.goal);
  if (me === undefined || !goal) return false;
  const isOwnSuggestion = node.author === me && node.values.type === 'suggestion';
  return !isOwnSuggestion && (goal.goal.owner === undefined || goal.goal.owner === me);
}

/** Tells whether the user may resolve an entry: they may settle it, or they wrote it. */
export function mayResolve(node: FeedbackNode, snapshot: Snapshot): boolean {
  return mayAnswer(node, snapshot) || (snapshot.me !== undefined && node.author === snapshot.me);
}
