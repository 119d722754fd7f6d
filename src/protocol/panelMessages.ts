import * as z from 'zod/mini';
import { GOAL_ID } from '../core/document/recordId';
import type { TeamReport } from '../core/rules/teamReport';
import type { PanelTexts } from './panelTexts';
import { panelTextsSchema } from './panelTexts';
import { teamReportSchema } from './teamReportSchema';

/** Host → panel. The whole state each time: the panel keeps nothing that could grow old. */
export interface StateMessage {
  readonly type: 'state';
  readonly report: TeamReport;
  readonly texts: PanelTexts;
  /** BCP 47 tag of the editor's language. */
  readonly locale: string;
}
export type HostMessage = StateMessage;

/** Panel → host. */
export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'openGoal'; readonly id: string }
  | { readonly type: 'tick'; readonly id: string; readonly done: boolean }
  | { readonly type: 'carryOver'; readonly id: string }
  | { readonly type: 'addGoal' }
  | { readonly type: 'openFile' };

const goalId = z.string().check(z.regex(GOAL_ID));

const hostMessage: z.ZodMiniType<HostMessage> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), report: teamReportSchema, texts: panelTextsSchema, locale: z.string() }),
]);

const panelMessage: z.ZodMiniType<PanelMessage> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('openGoal'), id: goalId }),
  z.strictObject({ type: z.literal('tick'), id: goalId, done: z.boolean() }),
  z.strictObject({ type: z.literal('carryOver'), id: goalId }),
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
