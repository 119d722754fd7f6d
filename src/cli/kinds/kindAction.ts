import type { Kind } from '../../core/model/kind';
import type { Context, ExitCode } from '../terminal/verb';

/** What can be done with one kind only, such as `microgoals pact sign`. */
export interface KindAction {
  /** A line of the help, e.g. `sign ID [--confidence N]   agrees to the terms`. */
  readonly usage: string;
  /** Loaded when it is called. */
  readonly load: () => Promise<(kind: Kind, args: readonly string[], context: Context) => Promise<ExitCode>>;
}
