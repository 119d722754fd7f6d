import * as z from 'zod/mini';
import { GOAL_ID, RECORD_ID } from '../core/document/recordId';
import type { BurnUpPoint } from '../core/reports/burnUp';
import type { FieldTexts } from '../core/reports/recordReport';
import type { StateMessage } from './stateMessage';

/** Longer than any field may be. */
const MAX_TEXT = 200_000;

const goalId = z.string().check(z.regex(GOAL_ID));
const recordId = z.string().check(z.regex(RECORD_ID));
/** What a page asks, counted: the answer repeats the number. */
const request = z.int().check(z.positive());

const filledForm = z.strictObject({
  /** The name of the kind. */
  kind: z.string(),
  /** Of the record that is changed; null for a new one. */
  id: z.nullable(recordId),
  values: z.record(z.string(), z.string().check(z.maxLength(MAX_TEXT))),
});

/** A form as it was filled in: every field of the kind as text. */
export type FilledForm = Readonly<z.infer<typeof filledForm>>;

/** Panel → host. What a page says is checked: a text of a goal that ever ran as a script in there must not command the editor. */
const panelMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('openGoal'), id: goalId }),
  z.strictObject({ type: z.literal('tick'), id: goalId, done: z.boolean() }),
  z.strictObject({ type: z.literal('carryOver'), id: goalId }),
  /** Asks what a goal serves. */
  z.strictObject({ type: z.literal('alignGoal'), id: goalId }),
  /** Of an alignment that others ask for. */
  z.strictObject({ type: z.literal('answerAlignment'), id: recordId, isAccepted: z.boolean() }),
  /** Answered by a `BurnUpMessage`. */
  z.strictObject({ type: z.literal('burnUp'), id: goalId, request }),
  /** Answered by a `FormMessage`. */
  z.extend(filledForm, { type: z.literal('saveRecord'), request }),
  z.strictObject({ type: z.literal('addGoal') }),
  z.strictObject({ type: z.literal('openFile') }),
]);

export type PanelMessage = Readonly<z.infer<typeof panelMessage>>;
/** The message of one type. */
export type PanelMessageOf<Type extends PanelMessage['type']> = Extract<PanelMessage, { readonly type: Type }>;

/** Returns what the panel sent, or undefined for anything that is no message of ours. */
export function readPanelMessage(data: unknown): PanelMessage | undefined {
  return panelMessage.safeParse(data).data;
}

/** What became of a form that was sent: no problems, and it is saved. */
export interface FormMessage extends Pick<PanelMessageOf<'saveRecord'>, 'kind' | 'id' | 'request'> {
  readonly type: 'form';
  /** By field; those of none under ''. */
  readonly problems: FieldTexts;
}

/** How a goal came along. */
export interface BurnUpMessage extends Pick<PanelMessageOf<'burnUp'>, 'id' | 'request'> {
  readonly type: 'burnUp';
  /** The oldest first, the last one now; null where the history cannot be read. */
  readonly points: readonly BurnUpPoint[] | null;
}

/** Host → panel. */
export type HostMessage = StateMessage | FormMessage | BurnUpMessage;
