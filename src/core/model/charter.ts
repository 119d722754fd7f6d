import { choice, deletion, longText, text } from './field';
import { defineKind } from './kind';

export const CHARTER_TYPES = ['mission', 'vision', 'priority'] as const;

/** Mission, vision and priorities behind everything else; objectives say which of them they serve. */
export const charterKind = defineKind({
  letter: 'h',
  name: 'charter',
  label: 'Charter',
  plural: 'Charter',
  help: 'Mission, vision and priorities: what objectives serve.',
  icon: 'compass',
  shows: ['panel'],
  fields: {
    title: text({ label: 'Title', required: true }),
    type: choice(CHARTER_TYPES, 'priority', { label: 'Type' }),
    notes: longText({ label: 'Notes', help: 'Markdown.' }),
    deleted: deletion(),
  },
  line: ({ title }) => title ?? '',
});
