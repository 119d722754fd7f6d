import { flag, reference, text } from './field';
import { defineKind } from './kind';

/** Says afterwards that a commit belongs to a goal, where its message does not. */
export const linkKind = defineKind({
  letter: 'l',
  name: 'link',
  label: 'Link',
  icon: 'link',
  fields: {
    goal: reference('g', { label: 'Goal', required: true }),
    commit: text({ label: 'Commit', help: 'Its full name.', required: true }),
    closes: flag({ label: 'Closes', help: 'The commit completes the goal.' }),
    deleted: flag({ label: 'Deleted' }),
  },
  line(values) {
    return values.commit ?? '';
  },
});
