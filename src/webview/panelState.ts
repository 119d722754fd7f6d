import * as z from 'zod/mini';
import type { OpenForm } from './openForm';

/** All that a page keeps of its own while it is hidden or the editor restarts. */
export interface PanelState {
  /** CSS pixels from the top. */
  readonly scroll: number;
  /** Keys of the lists that are shown in full. */
  readonly expanded: readonly string[];
  /** Only goals that the branch at hand is about. */
  readonly thisBranch?: boolean | undefined;
  /** Key of the view that is shown. */
  readonly tab?: string | undefined;
  /** What was typed into a form that is not saved yet. */
  readonly form?: OpenForm | undefined;
  /** Number of the latest request. A page that is made anew counts on: answers to the one before may still come. */
  readonly requests: number;
}

const texts = z.record(z.string(), z.string());
const count = z._default(z.number(), 0);
const form = z.object({
  kind: z.string(),
  id: z.nullable(z.string()),
  values: texts,
  problems: texts,
  openedAfter: count,
  typedAfter: count,
});

const panelState: z.ZodMiniType<PanelState> = z.object({
  scroll: z.number(),
  expanded: z.array(z.string()),
  thisBranch: z.optional(z.boolean()),
  tab: z.optional(z.string()),
  form: z.optional(form),
  requests: count,
});

/** The state kept earlier, or the first one where there is none or another version wrote it. */
export function readPanelState(kept: unknown): PanelState {
  return panelState.safeParse(kept).data ?? { scroll: 0, expanded: [], requests: 0 };
}
