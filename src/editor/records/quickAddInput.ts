import * as vscode from 'vscode';
import { isClosed } from '../../core/snapshot/goalStanding';
import { personKind } from '../../core/model/person';
import { recordsOfKind } from '../../core/snapshot/recordNode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { QuickAdd, QuickAddContext, QuickAddPart } from '../../core/text/quickAdd';
import { describeQuickAdd, parseQuickAdd } from '../../core/text/quickAdd';
import { foldText, halfWidth } from '../../core/text/foldText';
import { escapeIcons, visible } from '../../core/text/safeText';
import { declaredWord } from '../texts/declaredWord';
import type { GoalAdvice } from './newGoalAdvice';
import { plain } from '../texts/words';

const { t } = vscode.l10n;
const MAX_SUGGESTIONS = 8;

interface Row extends vscode.QuickPickItem {
  /** Line that choosing this row results in; undefined for the row that accepts the line as it is. */
  readonly completed: string | undefined;
}

export interface QuickAddOptions {
  readonly title: string;
  /** Initial line. */
  readonly value: string;
  readonly snapshot: Snapshot;
  /** Verb of the first row, e.g. "Add". */
  readonly verb: string;
  /** Label of the first row while the line is empty, if an empty line is a valid answer; the answer's title is empty then. */
  readonly emptyLabel?: string | undefined;
  /** Returns advice on the line, shown faintly; it blocks nothing. */
  readonly advise?: (line: QuickAdd) => GoalAdvice;
}

/**
 * Asks for one line in the quick-add grammar. Shows below it, as you type, how it is read and what `@`, `#` or `^` could become; Enter
 * accepts the line. Returns undefined if the person cancelled.
 */
export function askQuickAdd(options: QuickAddOptions): Promise<QuickAdd | undefined> {
  const context = quickAddContext(options.snapshot);
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = plain(options.title);
  pick.placeholder = t('Fix login test !fri @bo #skill ^parent !p1 *weekly');
  pick.value = options.value;
  const update = (): void => {
    pick.items = rowsFor(pick.value, options, context);
    // Enter still accepts the line itself.
    pick.activeItems = pick.items.slice(0, 1);
  };
  update();
  return new Promise((resolve) => {
    pick.onDidChangeValue(update);
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      if (row?.completed !== undefined) {
        pick.value = row.completed;
        update();
        return;
      }
      const parsed = parseQuickAdd(pick.value, context);
      if (parsed.title === '' && options.emptyLabel === undefined) return;
      resolve(parsed);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Returns the people and goals that the signs of a line can name. */
export function quickAddContext(snapshot: Snapshot): QuickAddContext {
  const { calendar, people, goals } = snapshot;
  // A person with a record is named by it, not once more by the address in it.
  const recorded = new Set(recordsOfKind(personKind, snapshot).map(({ values }) => values.email?.toLowerCase()));
  return {
    today: calendar.today,
    people: [...people].flatMap(([id, name]) => (recorded.has(id) ? [] : [{ id, name }])),
    goals: [...goals.values()]
      .filter((node) => !isClosed(node))
      .map(({ goal }) => ({ id: goal.id, title: goal.title })),
  };
}

function rowsFor(
  line: string,
  { verb, snapshot, emptyLabel, advise }: QuickAddOptions,
  context: QuickAddContext,
): Row[] {
  const parsed = parseQuickAdd(line, context);
  const suggestions = suggestionsFor(line, context, snapshot);
  if (parsed.title === '') {
    return [
      {
        label: emptyLabel ?? t('$(edit) Type what will be true when it is done'),
        alwaysShow: true,
        completed: undefined,
      },
      ...suggestions,
    ];
  }
  const parts = describeQuickAdd(parsed);
  const facts = parts.filter(({ kind }) => kind !== 'title').map(factWord);
  const advice = advise?.(parsed);
  const row: Row = {
    label: `$(add) ${verb}: ${escapeIcons(visible(parsed.title))}`,
    description: escapeIcons(visible(facts.join(' · '))),
    alwaysShow: true,
    completed: undefined,
    ...detailOf(parsed, advice),
  };
  return [row, ...suggestions, ...lessonRows(line, advice)];
}

/** Returns the problems of the line, else the hints: the text that a problem is about stays in the title. */
export function detailOf({ problems }: Pick<QuickAdd, 'problems'>, advice?: GoalAdvice): { readonly detail?: string } {
  if (problems.length > 0) return { detail: `$(warning) ${escapeIcons(visible(problems.join(' ')))}` };
  const hints = advice?.hints ?? [];
  return hints.length === 0 ? {} : { detail: `$(lightbulb) ${hints.join(' · ')}` };
}

/** Returns the row of a lesson; it is there to be read, and choosing it leaves the line as it is. */
function lessonRows(line: string, advice: GoalAdvice | undefined): Row[] {
  const lesson = advice?.lesson;
  if (!lesson) return [];
  const label = `$(history) ${escapeIcons(visible(lesson.learned))}`;
  const description = t('learned from: {0}', escapeIcons(visible(lesson.node?.goal.title ?? '')));
  return [{ label, description, alwaysShow: true, completed: line }];
}

function factWord({ kind, text }: QuickAddPart): string {
  if (kind === 'parent') return t('below {0}', text);
  return kind === 'repeat' ? t('repeats {0}', declaredWord(text)) : text;
}

/** Returns what the word being typed could become if it starts with a sign. */
function suggestionsFor(line: string, context: QuickAddContext, snapshot: Snapshot): Row[] {
  const folded = halfWidth(line);
  const start = folded.lastIndexOf(' ') + 1;
  const sign = folded.charAt(start);
  const typed = foldText(line.slice(start + 1));
  const row = (insert: string, label: string, description: string): Row => ({
    label: escapeIcons(visible(label)),
    description: escapeIcons(visible(description)),
    alwaysShow: true,
    completed: `${line.slice(0, start)}${insert} `,
  });
  const matching = (choices: readonly Row[]): Row[] =>
    choices
      .filter((each) => foldText(`${each.label} ${each.description ?? ''}`).includes(typed))
      .slice(0, MAX_SUGGESTIONS);
  if (sign === '@') return matching(context.people.map(({ id, name }) => row(`@${id}`, `@${name}`, id)));
  if (sign === '^') return matching(context.goals.map(({ id, title }) => row(`^${id}`, `^${title}`, id)));
  if (sign === '#') return matching(knownTags(snapshot).map((tag) => row(`#${tag}`, `#${tag}`, '')));
  return [];
}

function knownTags({ goals }: Snapshot): string[] {
  return [...new Set([...goals.values()].flatMap(({ goal }) => goal.tags))].sort();
}
