import assert from 'node:assert/strict';
import type { AddRecord } from '../../../src/core/document/change';
import { findTemplate, templatesOf, templateText } from '../../../src/core/growth/goalTemplates';
import type { TemplatePlan } from '../../../src/core/growth/planTemplate';
import { planTemplate } from '../../../src/core/growth/planTemplate';
import { readTemplateLine } from '../../../src/core/growth/templateLine';
import { BUILT_IN_TEMPLATES } from '../../../src/core/growth/builtInTemplates';
import { parseQuickAdd } from '../../../src/core/text/quickAdd';
import { goalsFile, snapshotOf, TODAY } from '../../support/teamSnapshot';
import { documentWith } from '../../support/documents';

/** Every id is another one. */
function counting(): { bytes(count: number): Uint8Array } {
  let next = 0;
  return { bytes: (count) => Uint8Array.from({ length: count }, () => (next += 7) % 251) };
}

const PEOPLE = [
  { id: 'bo@example.com', name: 'Bo Berg' },
  { id: 'cy@example.com', name: 'Cy Lind' },
  { id: 'cyrus@example.com', name: 'Cy Stone' },
];

function plan(outline: string): TemplatePlan {
  const signs = { today: TODAY, people: PEOPLE, goals: [] };
  const read = (text: string): ReturnType<typeof parseQuickAdd> => parseQuickAdd(text, signs);
  return planTemplate(outline, {
    parent: undefined,
    after: undefined,
    owner: 'ana@example.com',
    scope: 'team',
    me: 'ana@example.com',
    read,
    random: counting(),
  });
}

function added({ changes }: TemplatePlan): AddRecord[] {
  return changes.filter((change) => change.type === 'add');
}

function builtIn(name: string): TemplatePlan {
  const template = BUILT_IN_TEMPLATES.find((each) => each.name === name);
  assert.ok(template, name);
  return plan(template.outline);
}

describe('templates', () => {
  it('lines say kinds, measures, KPIs and rhythm; anything else is a goal', () => {
    assert.deepEqual(readTemplateLine('Key result: Faster'), { type: 'goal', kind: 'keyResult', text: 'Faster' });
    assert.deepEqual(readTemplateLine('Metric: 1 → 5 deployments'), {
      type: 'fields',
      fields: { start: 1, target: 5, unit: 'deployments' },
    });
    assert.deepEqual(readTemplateLine('KPI: Memory <= 50 MB'), {
      type: 'kpi',
      fields: { title: 'Memory', ceiling: 50, unit: 'MB' },
    });
    assert.deepEqual(readTemplateLine('Check-ins: Weekly'), { type: 'fields', fields: { cadence: 'weekly' } });
    for (const line of ['Metric: soon', 'KPI: nothing', 'Check-ins: often', 'Mentee: bring one question']) {
      assert.deepEqual(readTemplateLine(line), { type: 'goal', kind: 'micro', text: line });
    }
  });

  it('give each goal to whom its line names, who is asked, and to nobody whom it cannot tell (row 26)', () => {
    const made = plan(
      [
        '- Objective: Ship weekly @bo !fri !p1',
        '  - Commitment: Keep main green @"Bo Berg"',
        '  - Review the plan @zed',
        '  - Write it down @cy !someday',
        '- Mine',
      ].join('\n'),
    );
    assert.deepEqual(
      added(made).map(({ fields }) => [fields['title'], fields['owner'], fields['status'], fields['priority']]),
      [
        ['Ship weekly', 'bo@example.com', 'proposed', 1],
        ['Keep main green', 'bo@example.com', 'proposed', undefined],
        ['Review the plan @zed', 'ana@example.com', 'open', undefined],
        ['Write it down @cy !someday', 'ana@example.com', 'open', undefined],
        ['Mine', 'ana@example.com', 'open', undefined],
      ],
    );
    assert.deepEqual(
      made.entries.map(({ problems }) => problems.length),
      [0, 0, 1, 2, 0],
    );
  });

  it('say which labelled lines they could not read, and keep them as goals', () => {
    const { entries } = plan('- Metric: soon\n- KPI: nothing\n- Check-ins: often\n- Mentee: bring one question');
    assert.deepEqual(
      entries.map(({ title, problems }) => [title, problems.length]),
      [
        ['Metric: soon', 1],
        ['KPI: nothing', 1],
        ['Check-ins: often', 1],
        ['Mentee: bring one question', 0],
      ],
    );
  });

  it('worked examples have measures, KPIs and check-in questions (row 26)', () => {
    const [pact, ...rest] = added(builtIn('deployment-frequency'));
    const { title, kind, cadence, target, notes, owner, tags } = pact?.fields ?? {};
    assert.deepEqual(
      [title, kind, cadence, target, owner, tags],
      ['Deploy on every working day', 'pact', 'weekly', 5, undefined, { delivery: true }],
    );
    assert.match(JSON.stringify(notes), /^"Check-in:\\n\\n- What kept us/);
    assert.equal(rest.find(({ id }) => id.startsWith('u-'))?.fields['ceiling'], 15);
    const cost = added(builtIn('cloud-cost'));
    assert.equal(cost.filter(({ id }) => id.startsWith('u-')).length, 2);
    assert.deepEqual(
      new Set(added(builtIn('security-training')).map(({ fields }) => fields['kind'])),
      new Set(['objective', 'keyResult', 'pact', 'commitment', undefined]),
    );
  });

  for (const [row, names] of [
    [
      'efficiency, innovation and skill goals are templates with their tag (row 5)',
      ['efficiency', 'innovation', 'skill'],
    ],
    [
      'mentorship, a cross-functional meeting and self-directed learning (row 36)',
      ['mentorship', 'cross-functional-meeting', 'self-directed-learning'],
    ],
  ] as const) {
    it(row, () => {
      for (const name of names) {
        const [first, ...below] = added(builtIn(name));
        assert.ok(first && below.length >= 4, name);
        assert.ok(below.every(({ fields }) => fields['parent'] === first.id || fields['goal'] === first.id));
        assert.match(Object.keys(first.fields['tags'] ?? {}).join(), /^(ops|delivery|growth)$/);
      }
    });
  }

  it('every built-in one is read whole: what is saved of it again is the same outline', () => {
    for (const { name, outline } of BUILT_IN_TEMPLATES) {
      const records = Object.fromEntries(
        added(plan(outline)).map(({ id, fields }, index) => [
          id,
          {
            ...fields,
            created: `20261101T0${Math.floor(index / 60)}${String(index % 60).padStart(2, '0')}00000Z-0000-aaaa`,
          },
        ]),
      );
      const reading = { ...goalsFile([]), document: documentWith(records) } as ReturnType<typeof goalsFile>;
      const snapshot = snapshotOf({ team: reading });
      const [root] = snapshot.teamRoots;
      const node = snapshot.goals.get(root ?? '');
      assert.ok(node, name);
      const lines = (text: string): string[] =>
        text
          .split('\n')
          .filter((line) => !line.includes('Question:'))
          .map((line) => line.trim())
          .sort();
      if (snapshot.teamRoots.length === 1) assert.deepEqual(lines(templateText(node, snapshot)), lines(outline), name);
    }
  });

  it('those of the workspace come first and may take the place of a built-in one', () => {
    const own = { 'j-0000000001': { title: 'Skill goal', outline: '- Ours' } };
    const all = templatesOf(snapshotOf({ team: goalsFile([], 1, own) }));
    assert.deepEqual([all[0]?.title, all[0]?.isOwn, all.length], ['Skill goal', true, BUILT_IN_TEMPLATES.length]);
    assert.equal(findTemplate('skill', all)?.outline, '- Ours');
    assert.equal(findTemplate('mentor', all)?.name, 'mentorship');
    assert.equal(findTemplate('s', all), undefined);
  });
});
