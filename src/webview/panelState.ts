import * as z from 'zod/mini';

/** All that a page keeps of its own while it is hidden or the editor restarts. */
export interface PanelState {
  /** CSS pixels from the top. */
  readonly scroll: number;
  /** Keys of the lists that are shown in full. */
  readonly expanded: readonly string[];
  /** Only goals that the branch at hand is about. */
  readonly thisBranch?: boolean | undefined;
}

const panelState: z.ZodMiniType<PanelState> = z.object({
  scroll: z.number(),
  expanded: z.array(z.string()),
  thisBranch: z.optional(z.boolean()),
});

/** The state kept earlier, or the first one where there is none or another version wrote it. */
export function readPanelState(kept: unknown): PanelState {
  return panelState.safeParse(kept).data ?? { scroll: 0, expanded: [] };
}
