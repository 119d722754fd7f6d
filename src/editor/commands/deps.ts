import type { Services } from '../service/services';
import type { ReadOnlyTexts } from '../texts/readOnlyTexts';
import type { GoalViews } from '../tree/goalViews';

/** Services that commands work with. */
export interface CommandDeps extends Services {
  readonly views: GoalViews;
  readonly texts: ReadOnlyTexts;
}
