import type { Kind } from '../../core/model/kind';
import { askedFields } from '../../core/changes/recordActions';
import type { Context, ExitCode } from '../terminal/verb';

/** Whether nothing can be added without a goal: the first word says which. */
export function needsGoal({ below, fields }: Kind): boolean {
  return below !== undefined && fields[below]?.required === true;
}

/** The field that words without an option are for: the first text that must be there, else the first one. */
export function textField(kind: Kind): string | undefined {
  const texts = askedFields(kind).filter(([, { type }]) => type === 'text' || type === 'longText');
  return (texts.find(([, { required }]) => required) ?? texts[0])?.[0];
}

/** What can be done with one kind only, such as `microgoals pact sign`. */
export interface KindAction {
  /** A line of the help, e.g. `sign ID [--confidence N]   agrees to the terms`. */
  readonly usage: string;
  /** Loaded when it is called. */
  readonly load: () => Promise<(kind: Kind, args: readonly string[], context: Context) => Promise<ExitCode>>;
}
