import assert from 'node:assert/strict';
import { applyChange } from '../../../src/core/document/change';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { DivergedRepository } from '../../support/divergedRepository';
import { BASE, divergedRepository, MERGED, SECOND, sideStamper, SIDES } from '../../support/divergedRepository';
import type { Section } from '../../support/marked';
import { difference, marked } from '../../support/marked';
import { SHARED_FILE } from '../../support/team';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

const [base, ours, theirs] = [SIDES.base ?? '', SIDES.ours ?? '', SIDES.theirs ?? ''];
const LABELS = ['%%%%%%% diff from: vpxusssl 38d49363 "base"', '\\\\\\\\\\\\\\        to: rtsqusxu 2768b0b9 "left"'];

/** Styles of conflict markers, as jj writes them. */
const STYLES: readonly (readonly [string, Section])[] = [
  [
    'diff',
    ({ sides, bases }) => [
      '<<<<<<< Conflict 1 of 1',
      '%%%%%%% Changes from base to side #1',
      ...difference(bases[0], sides[0]),
      '+++++++ Contents of side #2',
      ...(sides[1] ?? []),
      '>>>>>>> Conflict 1 of 1 ends',
    ],
  ],
  [
    'diff with the labels of later versions, the side first',
    ({ sides, bases }) => [
      '<<<<<<< conflict 1 of 1',
      '+++++++ rtsqusxu 2768b0b9 "left" (no terminating newline)',
      ...(sides[0] ?? []),
      ...LABELS,
      ...difference(bases[0], sides[1]),
      '>>>>>>> conflict 1 of 1 ends',
    ],
  ],
  [
    'snapshot, longer than usual',
    ({ sides, bases }) => [
      '<<<<<<<<<<< Conflict 1 of 1',
      '+++++++++++ Contents of side #1',
      ...(sides[0] ?? []),
      '----------- Contents of base',
      ...(bases[0] ?? []),
      '+++++++++++ Contents of side #2',
      ...(sides[1] ?? []),
      '>>>>>>>>>>> Conflict 1 of 1 ends',
    ],
  ],
  [
    'git',
    ({ sides, bases }) => [
      '<<<<<<< Side #1 (Conflict 1 of 1)',
      ...(sides[0] ?? []),
      '||||||| Base',
      ...(bases[0] ?? []),
      '=======',
      ...(sides[1] ?? []),
      '>>>>>>> Side #2 (Conflict 1 of 1 ends)',
    ],
  ],
];

describe('conflict markers that other programs leave', () => {
  let repository: DivergedRepository;
  let data: TemporaryFolder;
  let cli: CommandLine;

  beforeEach(async () => {
    data = await temporaryFolder('data');
    repository = await divergedRepository();
    cli = commandLine(repository.path, data.path);
  });
  afterEach(async () => {
    await repository.remove();
    await data.remove();
  });

  const heals = async (text: string, document = MERGED): Promise<void> => {
    await repository.write(SHARED_FILE, text);
    const { code, stdout } = await cli.run('resolve');
    assert.equal(code, 0, stdout);
    assert.equal(await repository.text(), formatDocument(document));
  };

  for (const [name, section] of STYLES) {
    it(`of jj, style ${name}`, async () => {
      const text = marked([ours, theirs], [base], section);
      await heals(text);
      await repository.write(SHARED_FILE, text);
      await repository.commit('with markers');
      await heals(text);
    });
  }

  it('of a merge of three sides', async () => {
    const third = { type: 'set', id: SECOND, path: 'title', value: 'Write all docs' } as const;
    const side = formatDocument(applyChange(BASE, third, sideStamper(12, 'thrd')));
    const text = marked([ours, theirs, side], [base, base], ({ sides, bases }) => [
      '<<<<<<< Conflict 1 of 1',
      '%%%%%%% Changes from base #1 to side #1',
      ...difference(bases[0], sides[0]),
      '%%%%%%% Changes from base #2 to side #2',
      ...difference(bases[1], sides[1]),
      '+++++++ Contents of side #3',
      ...(sides[2] ?? []),
      '>>>>>>> Conflict 1 of 1 ends',
    ]);
    await heals(text, applyChange(MERGED, third, sideStamper(12, 'thrd')));
  });

  it('of git with the size that an attribute sets', async () => {
    for (const size of [5, 32]) {
      const line = (sign: string, label: string): string => `${sign.repeat(size)}${label}`;
      await heals(
        marked([ours, theirs], [], ({ sides }) => [
          line('<', ' HEAD'),
          ...(sides[0] ?? []),
          line('=', ''),
          ...(sides[1] ?? []),
          line('>', ' theirs'),
        ]),
      );
    }
  });

  it('of a conflict within a side that was committed with its markers', async () => {
    const conflict: Section = ({ sides }) => [
      '<<<<<<< HEAD',
      ...(sides[0] ?? []),
      '=======',
      ...(sides[1] ?? []),
      '>>>>>>> theirs',
    ];
    await heals(marked([marked([base, theirs], [], conflict), ours], [], conflict));
  });
});
