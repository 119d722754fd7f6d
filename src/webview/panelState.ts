import * as z from 'zod/mini';
import type { OpenForm } from './openForm';

/** State of its own that a page keeps while it is hidden or the editor restarts. */
export interface PanelState {
  /** Distance from the top in CSS pixels. */
  readonly scroll: number;
  /** Keys of the lists that are shown in full. */
  readonly expanded: readonly string[];
  /** True while only goals that the current branch is about are shown. */
  readonly thisBranch?: boolean | undefined;
  /** Key of the view that is shown. */
  readonly tab?: string | undefined;
  /** Form with what was typed and is not saved yet. */
  readonly form?: OpenForm | undefined;
  /** Number of the latest request. A new page counts on from it: answers to the page before may still come. */
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

/** Returns the state kept earlier, or the first one if there is none or another version wrote it. */
export function readPanelState(kept: unknown): PanelState {
  return panelState.safeParse(kept).data ?? { scroll: 0, expanded: [], requests: 0 };
}
