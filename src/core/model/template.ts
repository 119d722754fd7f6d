import { deletion, longText, text } from './field';
import { defineKind } from './kind';

/** An outline of goals that the team uses again and again. */
export const templateKind = defineKind({
  letter: 'j',
  name: 'template',
  label: 'Template',
  plural: 'Templates',
  help: 'An outline of goals that the team uses again and again.',
  icon: 'list-tree',
  shows: ['panel'],
  fields: {
    title: text({ label: 'Title', required: true }),
    outline: longText({ label: 'Outline', help: 'A Markdown outline, one goal a line.', required: true }),
    deleted: deletion(),
  },
  line: ({ title }) => title ?? '',
});
