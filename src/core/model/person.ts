import { flag, text } from './field';
import { defineKind } from './kind';

/** Somebody who takes part: needed only for people without git; the others are known by their commits. */
export const personKind = defineKind({
  letter: 'p',
  name: 'person',
  label: 'Person',
  icon: 'person',
  fields: {
    name: text({ label: 'Name', required: true }),
    email: text({ label: 'E-mail' }),
    deleted: flag({ label: 'Deleted' }),
  },
  line(values) {
    return values.name ?? values.email ?? '';
  },
});
