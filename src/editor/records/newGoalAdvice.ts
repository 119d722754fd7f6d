import * as vscode from 'vscode';
import type { Lesson } from '../../core/followUp/lessons';
import { lessonFinder, lessonsOf } from '../../core/followUp/lessons';
import type { HintedGoal } from '../../core/goals/smartHints';
import { hintText, isBoundedBelow, smartHints } from '../../core/goals/smartHints';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { QuickAdd } from '../../core/text/quickAdd';

const { t } = vscode.l10n;

/** What is said of a goal while it is written; it keeps nobody from writing it. */
export interface GoalAdvice {
  /** What could be clearer; empty where nothing is. */
  readonly hints: readonly string[];
  /** What was learned from a goal like it. */
  readonly lesson: Lesson | undefined;
}

/** What the line does not say itself of the goal that it stands for. */
export type AdvisedGoal = Pick<HintedGoal, 'id' | 'kind' | 'scope' | 'owner' | 'isMeasured' | 'children'> & {
  readonly parent: string | undefined;
};

/** Reads the lessons once: the line is advised on with every key press. */
export function goalAdvisor(of: AdvisedGoal, snapshot: Snapshot): (line: QuickAdd) => GoalAdvice {
  const lessonFor = lessonFinder(lessonsOf(snapshot).filter(({ id }) => id !== of.id));
  return (line) => {
    const { title, due, owner = of.owner, parent = of.parent } = line;
    const wish = { ...of, title, due, owner, isBounded: isBoundedBelow(of.id, parent, snapshot) };
    return {
      hints: smartHints(wish, snapshot).map((hint) => hintText(hint, t)),
      lesson: lessonFor(line),
    };
  };
}
