import { deletion, flag, reference, text } from './field';
import { defineKind } from './kind';

/** Link between a commit and a goal, made afterwards where the commit's message does not name the goal. */
export const linkKind = defineKind({
  letter: 'l',
  name: 'link',
  label: 'Link',
  plural: 'Links',
  help: 'Says afterwards that a commit belongs to a goal.',
  below: 'goal',
  ownVerbs: true,
  shows: [],
  icon: 'link',
  fields: {
    goal: reference('g', { label: 'Goal', required: true }),
    commit: text({ label: 'Commit', help: 'Its full name.', required: true }),
    patch: text({
      label: 'Patch',
      help: 'What it changed, as git patch-id --stable says: a rewritten commit keeps it.',
    }),
    closes: flag({ label: 'Closes', help: 'The commit completes the goal.' }),
    deleted: deletion(),
  },
  line(values) {
    return values.commit ?? '';
  },
});
