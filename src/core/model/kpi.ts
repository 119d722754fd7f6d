import { choiceOrNone, deletion, number, person, set, text } from './field';
import { CADENCES } from './goal';
import { defineKind } from './kind';
import { DIRECTIONS, metricFields } from './metric';

const FREQUENCIES = CADENCES.filter((cadence) => cadence !== 'never');

/** Number that is watched; a breach of its floor or ceiling flags the goals that it guards, whatever their progress. */
export const kpiKind = defineKind({
  letter: 'u',
  name: 'kpi',
  label: 'KPI',
  plural: 'KPIs',
  help: 'A number that is watched; below its floor or above its ceiling it flags the goals that it guards.',
  icon: 'pulse',
  below: 'goals',
  shows: ['tree', 'activity', 'panel'],
  fields: {
    title: text({ label: 'Title', help: 'What is measured.', required: true, terms: true }),
    unit: metricFields.unit,
    direction: choiceOrNone(DIRECTIONS, { label: 'Better', help: 'Which way it gets better.' }),
    floor: number({ label: 'Floor', help: 'Never below it.', terms: true }),
    ceiling: number({ label: 'Ceiling', help: 'Never above it.', terms: true }),
    frequency: choiceOrNone(FREQUENCIES, {
      label: 'Measured',
      help: 'How often somebody measures it; after twice that time its value is stale.',
    }),
    owner: person({ label: 'Owner' }),
    goals: set('g', { label: 'Guarded goals', help: "Goals that it flags; none makes it the team's own." }),
    deleted: deletion(),
  },
  line: ({ title }) => title ?? '',
});
