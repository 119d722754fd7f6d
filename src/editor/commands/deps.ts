import type { CommandId } from '../contributions';
import type { Services } from '../service/services';
import type { Call } from '../tree/call';
import type { ReadOnlyTexts } from '../texts/readOnlyTexts';
import type { GoalViews } from '../tree/goalViews';

/** Services that commands work with. */
export interface CommandDeps extends Omit<Services, 'register'> {
  /** As `Services.register`, for handlers that are told what the command was called on. */
  readonly register: (command: CommandId, handler: (call: Call) => unknown) => void;
  readonly views: GoalViews;
  readonly texts: ReadOnlyTexts;
}
