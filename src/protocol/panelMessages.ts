import * as z from 'zod/mini';
import { GOAL_ID, RECORD_ID } from '../core/document/recordId';
import type { BurnUpPoint } from '../core/reports/burnUp';
import type { OkrReport } from '../core/reports/okrReport';
import type { PactEntry } from '../core/reports/pactReport';
import type { FieldTexts, RecordReport } from '../core/reports/recordReport';
import type { TeamReport } from '../core/reports/teamReport';
import { okrReportSchema } from './okrReportSchema';
import { pactReportSchema } from './pactReportSchema';
import type { PanelTexts } from './panelTexts';
import { panelTextsSchema } from './panelTexts';
import { recordReportSchema } from './recordReportSchema';
import { teamReportSchema } from './teamReportSchema';

/** Longer than any field may be. */
const MAX_TEXT = 200_000;

/** Host → panel. The whole state each time: the panel keeps nothing that could grow old. */
export interface StateMessage {
  readonly type: 'state';
  readonly report: TeamReport;
  readonly records: RecordReport;
  readonly okr: OkrReport;
  readonly pacts: readonly PactEntry[];
  readonly texts: PanelTexts;
  /** BCP 47 tag of the editor's language. */
  readonly locale: string;
}
/** What became of a form that was sent: no problems, and it is saved. */
export interface FormMessage {
  readonly type: 'form';
  /** By field; those of none under ''. */
  readonly problems: FieldTexts;
}
/** How a goal came along. */
export interface BurnUpMessage {
  readonly type: 'burnUp';
  readonly id: string;
  /** The oldest first, the last one now; null where the history cannot be read. */
  readonly points: readonly BurnUpPoint[] | null;
}
export type HostMessage = StateMessage | FormMessage | BurnUpMessage;

/** A form as it was filled in: every field of the kind as text. */
export interface FilledForm {
  /** The name of the kind. */
  readonly kind: string;
  /** Of the record that is changed; null for a new one. */
  readonly id: string | null;
  readonly values: FieldTexts;
}

/** Panel → host. */
export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'openGoal'; readonly id: string }
  | { readonly type: 'tick'; readonly id: string; readonly done: boolean }
  | { readonly type: 'carryOver'; readonly id: string }
  /** Asks what a goal serves. */
  | { readonly type: 'alignGoal'; readonly id: string }
  /** Of an alignment that others ask for. */
  | { readonly type: 'answerAlignment'; readonly id: string; readonly isAccepted: boolean }
  /** Answered by a `BurnUpMessage`. */
  | { readonly type: 'burnUp'; readonly id: string }
  | ({ readonly type: 'saveRecord' } & FilledForm)
  | { readonly type: 'addGoal' }
  | { readonly type: 'openFile' };

const fieldTexts = z.record(z.string(), z.string().check(z.maxLength(MAX_TEXT)));

const goalId = z.string().check(z.regex(GOAL_ID));
const recordId = z.string().check(z.regex(RECORD_ID));

const count = z.number().check(z.nonnegative());
const burnUpPoint = z.object({ at: z.number(), done: count, total: count });

const hostMessage: z.ZodMiniType<HostMessage> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('state'),
    report: teamReportSchema,
    records: recordReportSchema,
    okr: okrReportSchema,
    pacts: pactReportSchema,
    texts: panelTextsSchema,
    locale: z.string(),
  }),
  z.object({ type: z.literal('form'), problems: fieldTexts }),
  z.object({ type: z.literal('burnUp'), id: goalId, points: z.nullable(z.array(burnUpPoint)) }),
]);

const panelMessage: z.ZodMiniType<PanelMessage> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('openGoal'), id: goalId }),
  z.strictObject({ type: z.literal('tick'), id: goalId, done: z.boolean() }),
  z.strictObject({ type: z.literal('carryOver'), id: goalId }),
  z.strictObject({ type: z.literal('alignGoal'), id: goalId }),
  z.strictObject({ type: z.literal('answerAlignment'), id: recordId, isAccepted: z.boolean() }),
  z.strictObject({ type: z.literal('burnUp'), id: goalId }),
  z.strictObject({
    type: z.literal('saveRecord'),
    kind: z.string(),
    id: z.nullable(recordId),
    values: fieldTexts,
  }),
  z.strictObject({ type: z.literal('addGoal') }),
  z.strictObject({ type: z.literal('openFile') }),
]);

/** What the host sent, or undefined for anything that is no message of ours. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  return hostMessage.safeParse(data).data;
}

/** What the panel sent, or undefined for anything that is no message of ours. */
export function readPanelMessage(data: unknown): PanelMessage | undefined {
  return panelMessage.safeParse(data).data;
}
