import type { AddRecord, Change } from '../document/change';
import type { JsonObject } from '../document/json';
import { member } from '../document/json';
import { newRecordId } from '../document/recordId';
import type { GoalKind } from '../model/goal';
import { kpiKind } from '../model/kpi';
import { milestoneKind } from '../model/milestone';
import { assignedStatus } from '../goals/acceptance';
import type { Random } from '../ports/ports';
import type { Scope } from '../snapshot/snapshot';
import type { ReadLine } from '../text/quickAdd';
import { fieldText } from '../model/readFieldText';
import type { OutlineLine } from '../text/splitLines';
import { splitLines } from '../text/splitLines';
import { orderBetween } from '../changes/orderKey';
import { addRecord } from '../changes/recordActions';
import { readTemplateLine, unreadLabel } from './templateLine';

export interface TemplateContext {
  /** Id of the goal that it is put below; undefined for none. */
  readonly parent: string | undefined;
  /** Order key that the first goal follows. */
  readonly after: string | undefined;
  /** Owner of goals whose line names nobody. */
  readonly owner: string | undefined;
  readonly scope: Scope;
  /** The person at the keyboard: goals for others wait until these accept them. */
  readonly me: string | undefined;
  /** Reads the fields of a goal from the text of its line. */
  readonly read: (text: string) => ReadLine;
  readonly random: Random;
}

export interface TemplateEntry {
  readonly kind: GoalKind | 'kpi' | 'milestone';
  readonly title: string;
  /** 0 for the outermost. */
  readonly depth: number;
  /** What could not be read of the line, in English; the text that it is about stays in the title. */
  readonly problems: readonly string[];
}

export interface TemplatePlan {
  /** Goals, KPIs and milestones that will be there, parents first. */
  readonly entries: readonly TemplateEntry[];
  readonly changes: readonly Change[];
}

/**
 * Plans the goals of an outline with their kinds, measures, KPIs and milestones. Questions for the check-ins go to the notes of their
 * goal. Commitments belong to nobody yet: each member takes their own.
 */
export function planTemplate(outline: string, context: TemplateContext): TemplatePlan {
  const plan = new Plan(context);
  let last = context.after;
  for (const line of splitLines(outline)) last = plan.add(line, context.parent, last, 0);
  return plan;
}

class Plan implements TemplatePlan {
  readonly entries: TemplateEntry[] = [];
  readonly changes: Change[] = [];

  constructor(private readonly context: TemplateContext) {}

  /** Adds a line and those below it. @returns the order key of the goal that the line became, or the one before. */
  add(line: OutlineLine, parent: string | undefined, last: string | undefined, depth: number): string | undefined {
    const read = readTemplateLine(line.text);
    // A line about a goal is below that goal; at the outermost level there is none.
    if (read.type !== 'goal') return last;
    const { random } = this.context;
    const id = newRecordId('g', random);
    const order = orderBetween(last);
    const said = this.context.read(read.text);
    const fields = this.#goal(read, said, parent, order);
    const change: AddRecord = { type: 'add', id, fields };
    this.changes.push(change);
    const problems = [...said.problems, ...unreadLabel(line.text)];
    this.entries.push({ kind: read.kind, title: fieldText(fields['title']), depth, problems });
    const about = this.#about(line.children, id, depth + 1);
    this.changes[this.changes.indexOf(change)] = { ...change, fields: { ...fields, ...about } };
    let below: string | undefined;
    for (const child of line.children) below = this.add(child, id, below, depth + 1);
    return order;
  }

  #goal(
    { kind, text }: { readonly kind: GoalKind; readonly text: string },
    said: ReadLine,
    parent: string | undefined,
    order: string,
  ): JsonObject {
    const { scope, me } = this.context;
    const owner = said.owner ?? (kind === 'pact' || kind === 'commitment' ? undefined : this.context.owner);
    const tags = Object.fromEntries(said.tags.map((tag) => [tag, true]));
    return {
      title: said.title === '' ? text : said.title,
      kind,
      status: assignedStatus('open', { scope, kind, owner, me }),
      ...(owner === undefined ? {} : { owner }),
      ...(parent === undefined ? {} : { parent }),
      order,
      ...(said.due === undefined ? {} : { due: said.due }),
      ...(said.priority === undefined ? {} : { priority: said.priority }),
      ...(said.repeat === undefined ? {} : { repeat: said.repeat }),
      ...(said.tags.length === 0 ? {} : { tags }),
    };
  }

  /** Returns the fields that the lines below a goal set on it; plans its KPIs and milestones. */
  #about(lines: readonly OutlineLine[], goal: string, depth: number): JsonObject {
    const fields: JsonObject[] = [];
    const questions: string[] = [];
    for (const { text } of lines) {
      const read = readTemplateLine(text);
      if (read.type === 'fields') fields.push(read.fields);
      if (read.type === 'question') questions.push(`- ${read.text}`);
      if (read.type === 'milestone') this.#record(milestoneKind, { goal, title: read.text }, depth);
      if (read.type === 'kpi') this.#record(kpiKind, { ...read.fields, goals: { [goal]: true } }, depth);
    }
    const notes = questions.length === 0 ? {} : { notes: ['Check-in:', '', ...questions].join('\n') };
    return Object.assign({}, ...fields, notes) as JsonObject;
  }

  #record(kind: typeof milestoneKind | typeof kpiKind, values: JsonObject, depth: number): void {
    this.changes.push(addRecord(kind, values, this.context.random).change);
    this.entries.push({
      kind: kind === kpiKind ? 'kpi' : 'milestone',
      title: fieldText(member(values, 'title')),
      depth,
      problems: [],
    });
  }
}
