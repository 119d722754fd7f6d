import * as vscode from 'vscode';
import type { Lesson } from '../../core/followUp/lessons';
import { lessonFinder, lessonsOf } from '../../core/followUp/lessons';
import type { HintedGoal } from '../../core/goals/smartHints';
import { hintText, isBoundedBelow, smartHints } from '../../core/goals/smartHints';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { QuickAdd } from '../../core/text/quickAdd';

const { t } = vscode.l10n;

/** Advice on a goal while it is written; it never blocks the person. */
export interface GoalAdvice {
  /** Hints on what could be clearer; empty if there are none. */
  readonly hints: readonly string[];
  /** Lesson from a similar goal. */
  readonly lesson: Lesson | undefined;
}

/** Facts about the goal that its line does not contain. */
export type AdvisedGoal = Pick<HintedGoal, 'id' | 'kind' | 'scope' | 'owner' | 'isMeasured' | 'children'> & {
  readonly parent: string | undefined;
};

/** Returns a function that advises on a line. It reads the lessons only once, because it runs at every key press. */
export function goalAdvisor(of: AdvisedGoal, snapshot: Snapshot): (line: QuickAdd) => GoalAdvice {
  const lessonFor = lessonFinder(lessonsOf(snapshot));
  return (line) => {
    const { title, due, owner = of.owner, parent = of.parent } = line;
    const wish = { ...of, title, due, owner, isBounded: isBoundedBelow(of.id, parent, snapshot) };
    return {
      hints: smartHints(wish, snapshot).map((hint) => hintText(hint, t)),
      lesson: lessonFor({ ...line, id: of.id }),
    };
  };
}
