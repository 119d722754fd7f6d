import type { Kind } from '../../core/model/kind';
import { askedFields } from '../../core/changes/recordActions';

/** Whether nothing can be added without a goal: the first word says which. */
export function needsGoal({ below, fields }: Kind): boolean {
  return below !== undefined && fields[below]?.required === true;
}

/** The field that words without an option are for: the first text that must be there, else the first one. */
export function textField(kind: Kind): string | undefined {
  const texts = askedFields(kind).filter(([, { type }]) => type === 'text' || type === 'longText');
  return (texts.find(([, { required }]) => required) ?? texts[0])?.[0];
}
