import * as z from 'zod/mini';
import { GOAL_ID, RECORD_ID } from '../core/document/recordId';
import type { BurnUpPoint } from '../core/reports/burnUp';
import type { FieldTexts } from '../core/reports/recordReport';
import type { StateMessage } from './stateMessage';

/** Maximum length of a text; no field may be that long. */
const MAX_TEXT = 200_000;

const goalId = z.string().check(z.regex(GOAL_ID));
const recordId = z.string().check(z.regex(RECORD_ID));
/** Number of a request; the answer repeats it. */
const request = z.int().check(z.positive());

const filledForm = z.strictObject({
  /** Name of the kind. */
  kind: z.string(),
  /** Id of the record that is changed; null for a new one. */
  id: z.nullable(recordId),
  values: z.record(z.string(), z.string().check(z.maxLength(MAX_TEXT))),
});

/** Form as it was filled in: every field of the kind as text. */
export type FilledForm = Readonly<z.infer<typeof filledForm>>;

/** Messages from panel to host. They are checked: if a goal's text ever ran as a script there, it must not command the editor. */
const panelMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('openGoal'), id: goalId }),
  z.strictObject({ type: z.literal('tick'), id: goalId, done: z.boolean() }),
  z.strictObject({ type: z.literal('carryOver'), id: goalId }),
  /** Asks what a goal serves. */
  z.strictObject({ type: z.literal('alignGoal'), id: goalId }),
  /** Answers a relation that others ask for. */
  z.strictObject({ type: z.literal('answerRelation'), id: recordId, isAccepted: z.boolean() }),
  /** Answered by a `BurnUpMessage`. */
  z.strictObject({ type: z.literal('burnUp'), id: goalId, request }),
  /** Answered by a `FormMessage`. */
  z.extend(filledForm, { type: z.literal('saveRecord'), request }),
  z.strictObject({ type: z.literal('addGoal') }),
  z.strictObject({ type: z.literal('openFile') }),
]);

export type PanelMessage = Readonly<z.infer<typeof panelMessage>>;
export type PanelMessageOf<Type extends PanelMessage['type']> = Extract<PanelMessage, { readonly type: Type }>;

/** Returns the panel's message, or undefined for data that is no message of ours. */
export function readPanelMessage(data: unknown): PanelMessage | undefined {
  return panelMessage.safeParse(data).data;
}

/** Outcome of a form that was sent; without problems, it is saved. */
export interface FormMessage extends Pick<PanelMessageOf<'saveRecord'>, 'kind' | 'id' | 'request'> {
  readonly type: 'form';
  /** Problems by field; those of no field are under ''. */
  readonly problems: FieldTexts;
}

/** Burn-up of a goal. */
export interface BurnUpMessage extends Pick<PanelMessageOf<'burnUp'>, 'id' | 'request'> {
  readonly type: 'burnUp';
  /** Points of the chart, oldest first, the last one now; null if the history cannot be read. */
  readonly points: readonly BurnUpPoint[] | null;
}

/** Messages from host to panel. */
export type HostMessage = StateMessage | FormMessage | BurnUpMessage;
