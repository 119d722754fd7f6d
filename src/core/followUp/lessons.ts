import { byCodeUnit } from '../document/json';
import { droppedReason } from './droppedReason';
import { reviewKind } from '../model/review';
import { collapseSpace } from '../text/safeText';
import { foldText } from '../text/foldText';
import { isClosed } from '../snapshot/goalStanding';
import { recordsOfKind } from '../snapshot/recordNode';
import type { GoalNode, Snapshot } from '../snapshot/snapshot';

/** Lesson in one line: from a goal or pact that was missed or dropped, or what a review said was to be adjusted. */
export interface Lesson {
  /** Id of the goal or of the review. */
  readonly id: string;
  /** The goal it is about; undefined for a review of the whole. */
  readonly node: GoalNode | undefined;
  readonly learned: string;
  /** Milliseconds since 1970; undefined without a valid stamp. */
  readonly at: number | undefined;
}

/** Title and tags of a goal, to find a lesson for it. */
export interface LessonWish {
  /** The goal, if it exists: what it taught itself is not meant. */
  readonly id?: string | undefined;
  readonly title: string;
  readonly tags: readonly string[];
}

/** Returns the lessons, latest first; with a text, only those with all of its words in the lesson, the title or the tags. */
export function lessonsOf(snapshot: Snapshot, text = ''): readonly Lesson[] {
  const wanted = wordsOf(text);
  const lessons = [...ofGoals(snapshot), ...ofReviews(snapshot)].filter((lesson) => {
    const said = foldText(saidIn(lesson));
    return wanted.every((word) => said.includes(word));
  });
  return lessons.sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || byCodeUnit(a.id, b.id));
}

/** Makes a function that finds the lesson of the goal most like a new one, if one is like enough. Reads the lessons once. */
export function lessonFinder(lessons: readonly Lesson[]): (wish: LessonWish) => Lesson | undefined {
  const known = lessons.flatMap((lesson) =>
    lesson.node ? [{ lesson, tags: lesson.node.goal.tags, words: new Set(longWords(lesson.node.goal.title)) }] : [],
  );
  return ({ id, title, tags: wanted }) => {
    const words = new Set(longWords(title));
    let best: { readonly lesson: Lesson; readonly share: number } | undefined;
    for (const { lesson, tags, words: other } of known) {
      if (lesson.id === id) continue;
      const common = [...words].filter((word) => other.has(word)).length;
      const isTagged = tags.some((tag) => wanted.includes(tag));
      const share = common / Math.min(words.size, other.size);
      const isLike = common >= (isTagged ? 1 : LEAST_WORDS) && share >= LEAST_SHARE;
      if (isLike && share > (best?.share ?? 0)) best = { lesson, share };
    }
    return best?.lesson;
  };
}

/**
 * Makes a function that finds what a goal like an open one of the team taught; no other goal asks for it. Reads the lessons once, and
 * not before they are wanted.
 */
export function lessonsForGoals(snapshot: Snapshot): (node: GoalNode) => Lesson | undefined {
  let find: ReturnType<typeof lessonFinder> | undefined;
  return (node) => {
    if (node.scope !== 'team' || isClosed(node)) return undefined;
    find ??= lessonFinder(lessonsOf(snapshot));
    return find(node.goal);
  };
}

/** Returns a lesson in one line, with the goal that taught it. */
export function lessonText({ learned, node }: Lesson): string {
  return node ? `${learned} (${node.goal.title})` : learned;
}

/** Least number of words in common: one is chance ("write", "page") unless the goals share a tag, too. */
const LEAST_WORDS = 2;
/** Least share of the shorter title's words that are in common. */
const LEAST_SHARE = 0.5;
/** Length of the shortest word that counts: shorter ones ("the", "und") say nothing. */
const SHORTEST = 4;

function ofGoals(snapshot: Snapshot): Lesson[] {
  return [...snapshot.goals.values()].flatMap((node): Lesson[] => {
    const learned = [node.goal.more.learned, droppedReason(node, snapshot)];
    const said = learned.map((text) => collapseSpace(text ?? '')).filter((text) => text !== '');
    return said.map((text) => ({ id: node.goal.id, node, learned: text, at: node.goal.statusChanged }));
  });
}

function ofReviews(snapshot: Snapshot): Lesson[] {
  return recordsOfKind(reviewKind, snapshot).flatMap(({ id, goal, values, created }): Lesson[] => {
    const learned = collapseSpace(values.adjust ?? '');
    const node = goal === undefined ? undefined : snapshot.goals.get(goal);
    return learned === '' ? [] : [{ id, node, learned, at: created }];
  });
}

function saidIn({ learned, node }: Lesson): string {
  return [learned, node?.goal.title ?? '', ...(node?.goal.tags ?? []).map((tag) => `#${tag}`)].join(' ');
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/#?[\p{L}\p{N}]+/gu) ?? [];
}

function longWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length >= SHORTEST);
}
