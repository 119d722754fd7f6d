import type { Change } from '../document/change';
import { byCodeUnit } from '../document/json';
import type { Random } from '../ports/ports';
import { collapseSpace } from '../text/safeText';
import type { ReadLine } from '../text/quickAdd';
import type { OutlineLine } from '../text/splitLines';
import { assignedStatus } from './acceptance';
import { addGoal } from '../changes/goalActions';
import { orderBetween } from '../changes/orderKey';

/** Existing goal: new goals are put beside it, and it is not added again. */
export interface PlacedGoal {
  readonly id: string;
  readonly title: string;
  readonly parent: string | undefined;
  readonly order: string | undefined;
}

export interface OutlineContext {
  /** The goals of the file that the new ones go to. */
  readonly existing: readonly PlacedGoal[];
  /** Id of the goal that the outline is put below; undefined for none. */
  readonly parent: string | undefined;
  /** Owner of goals whose line names nobody: the person at the keyboard, for team goals. */
  readonly owner: string | undefined;
  /** Reads the fields of a goal from the text of its line. */
  readonly read: (text: string) => ReadLine;
  readonly random: Random;
}

export interface OutlinePlan {
  /** In the order of the lines, parents first. */
  readonly goals: readonly OutlineGoal[];
  /** Changes that add the new goals. */
  readonly changes: readonly Change[];
}

export interface OutlineGoal {
  readonly id: string;
  readonly title: string;
  readonly line: OutlineLine;
  /** 0 for the outermost lines. */
  readonly depth: number;
  /** True if a goal with that title is below the same parent already. It stays as it is, and lines indented below it go there. */
  readonly isKnown: boolean;
  /** What could not be read of the line, in English; the text that it is about stays in the title. */
  readonly problems: readonly string[];
}

/** Plans the goals that the lines of an outline become. */
export function planOutline(lines: readonly OutlineLine[], context: OutlineContext): OutlinePlan {
  const outline = new Outline(context);
  outline.add(lines, context.parent, 0);
  return outline;
}

/** Returns the chosen lines. A line whose own parent was not chosen goes below the next chosen line above it. */
export function chosenLines(lines: readonly OutlineLine[], chosen: ReadonlySet<OutlineLine>): OutlineLine[] {
  return lines.flatMap((line) => {
    const children = chosenLines(line.children, chosen);
    return chosen.has(line) ? [{ ...line, children }] : children;
  });
}

class Outline implements OutlinePlan {
  readonly goals: OutlineGoal[] = [];
  readonly changes: Change[] = [];
  readonly #context: OutlineContext;
  /** Ids by title and parent, in their order. */
  readonly #known = new Map<string, string[]>();
  /** Number of headings read so far, by title and parent. */
  readonly #headings = new Map<string, number>();
  readonly #lastOrder = new Map<string | undefined, string>();

  constructor(context: OutlineContext) {
    this.#context = context;
    const inOrder = [...context.existing].sort(
      (a, b) => byCodeUnit(a.order ?? '', b.order ?? '') || byCodeUnit(a.id, b.id),
    );
    for (const goal of inOrder) this.#place(goal);
  }

  add(lines: readonly OutlineLine[], above: string | undefined, depth: number): void {
    const { read, owner, random } = this.#context;
    for (const line of lines) {
      const said = read(line.text);
      // A line of signs alone becomes the title as it is, so that no line of the list is dropped.
      const title = said.title === '' ? line.text : said.title;
      const parent = said.parent ?? above;
      const known = this.#knownGoal(line, keyOf(title, parent));
      const order = orderBetween(this.#lastOrder.get(parent));
      const { due, priority, repeat, tags } = said;
      const of = { scope: 'team', kind: 'micro', owner: said.owner, me: owner } as const;
      const status = line.status === 'open' ? assignedStatus('open', of) : line.status;
      const fields = { title, status, owner: said.owner ?? owner, parent, order, due, priority, repeat, tags } as const;
      const { id, change } = known === undefined ? addGoal(fields, random) : { id: known, change: undefined };
      const isKnown = change === undefined;
      this.goals.push({ id, title, line, depth, isKnown, problems: isKnown ? [] : said.problems });
      if (change) {
        this.changes.push(change);
        this.#place({ id, title, parent, order });
      }
      this.add(line.children, id, depth + 1);
    }
  }

  /** Returns the goal that a line is already. Two headings of one title are two goals: what stands below them is kept apart. */
  #knownGoal({ isHeading }: OutlineLine, key: string): string | undefined {
    const before = isHeading ? (this.#headings.get(key) ?? 0) : 0;
    if (isHeading) this.#headings.set(key, before + 1);
    return this.#known.get(key)?.[before];
  }

  #place({ id, title, parent, order }: PlacedGoal): void {
    const key = keyOf(title, parent);
    this.#known.set(key, [...(this.#known.get(key) ?? []), id]);
    const last = this.#lastOrder.get(parent);
    if (order !== undefined && (last === undefined || order > last)) this.#lastOrder.set(parent, order);
  }
}

function keyOf(title: string, parent: string | undefined): string {
  return `${parent ?? ''} ${collapseSpace(title).normalize('NFC')}`;
}
