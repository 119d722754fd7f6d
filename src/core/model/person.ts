import { deletion, text } from './field';
import { defineKind } from './kind';

/** Person who takes part. Only people without git need such a record; the others are known by their commits. */
export const personKind = defineKind({
  letter: 'p',
  name: 'person',
  label: 'Person',
  plural: 'People',
  help: 'Somebody who takes part and is not known by commits.',
  shows: [],
  icon: 'person',
  fields: {
    name: text({ label: 'Name', required: true }),
    email: text({ label: 'E-mail' }),
    deleted: deletion(),
  },
  line(values) {
    return values.name ?? values.email ?? '';
  },
});
