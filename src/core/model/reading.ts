import { deletion, moment, number, person, reference, text } from './field';
import { defineKind } from './kind';
import { withUnit } from '../text/withUnit';

/** One value of the measure of a goal or KPI, at one time; the one with the latest time counts. */
export const readingKind = defineKind({
  letter: 'x',
  name: 'reading',
  label: 'Reading',
  plural: 'Readings',
  help: 'What a measure was at one time; the latest counts, and the earlier ones stay.',
  icon: 'graph-scatter',
  below: 'of',
  author: 'by',
  ownAdd: true,
  shows: ['activity', 'panel'],
  fields: {
    of: reference('gu', { label: 'Goal or KPI', required: true }),
    value: number({ label: 'Value', help: 'In the unit of the goal or KPI.', required: true }),
    at: moment({ label: 'At', help: 'The day or time of the value; now unless told otherwise.' }),
    by: person({ label: 'By', preset: 'me' }),
    source: text({ label: 'Source', help: 'Where the value comes from, such as ci.' }),
    note: text({ label: 'Note' }),
    deleted: deletion(),
  },
  line: ({ of, value, at, source, note }, { unitOf, figures }) =>
    [
      value === undefined ? '' : withUnit(value, unitOf(of)),
      at === undefined ? '' : figures(at),
      source ?? '',
      note ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
});
