import type { Kind } from '../../core/model/kind';
import { askedFields } from '../../core/changes/recordActions';
import type { Context, ExitCode } from '../terminal/verb';

/** Tells whether every record of the kind needs a goal, which the first word then names. */
export function needsGoal({ below, fields }: Kind): boolean {
  return below !== undefined && fields[below]?.required === true;
}

/** Returns the field that takes words without an option: the first required text, otherwise the first text. */
export function textField(kind: Kind): string | undefined {
  const texts = askedFields(kind).filter(([, { type }]) => type === 'text' || type === 'longText');
  return (texts.find(([, { required }]) => required) ?? texts[0])?.[0];
}

/** Action that only one kind has, such as `microgoals pact sign`. */
export interface KindAction {
  /** Line of the help, e.g. `sign ID [--confidence N]   agrees to the terms`. */
  readonly usage: string;
  /** Loads the action when it is called. */
  readonly load: () => Promise<(kind: Kind, args: readonly string[], context: Context) => Promise<ExitCode>>;
}
