import assert from 'node:assert/strict';
import type { Json } from '../../../src/core/document/json';
import type { Clone, Provenance } from '../../../src/core/snapshot/provenance';
import { provenanceOf } from '../../../src/core/snapshot/provenanceOf';
import { isCounted } from '../../../src/core/snapshot/signatureStanding';
import type { Bringer, StatementChange } from '../../../src/core/snapshot/statementChange';
import { saidIn, writtenStatements } from '../../../src/core/snapshot/statements';
import { documentWith } from '../../support/documents';

const BO = 'bo@example.com';
const CY = 'cy@example.com';
const ID = 's-0000000001';
const SIGNED = { goal: 'g-pact000000', by: BO, terms: 'a', created: '20261118T090000000Z-0000-bo00' };
const OTHER_TERMS = { ...SIGNED, terms: 'b' };

/** One commit after the other: who brought what. */
type Step = readonly [
  by: Partial<Bringer> & { readonly author: string },
  record: Json | undefined,
  /** By parent, where that is not the step before. */
  before?: readonly Json[],
];

function changesOf(steps: readonly Step[]): StatementChange[] {
  return steps.map(([by, record, before], index) => {
    const earlier = before ?? [steps[index - 1]?.[1]];
    return {
      bringer: { ...bringer(by), commit: `commit ${index}` },
      before: earlier.map((said) => (said === undefined ? undefined : saidIn(said))),
      now: record === undefined ? undefined : saidIn(record),
    };
  });
}

function bringer(by: Step[0]): Bringer {
  const rest = { commit: '', coAuthors: [], united: [], isUnited: false, hidden: [], isCut: false, replicas: [] };
  return { committer: by.author, ...rest, ...by };
}

interface Known {
  readonly clones?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Addresses that `.mailmap` joins. */
  readonly joined?: readonly string[];
  readonly isAncestor?: boolean;
  readonly me?: string;
  /** What the commit that is checked out has of it. */
  readonly committed?: Json;
  readonly isHidden?: boolean;
  /** What the file has, if that is not what the last step brought. */
  readonly record?: Json;
}

/** What history tells of the record of the last step, in short. */
async function told(steps: readonly Step[], known?: Known): Promise<string> {
  const found = await provenanceAfter(steps, known);
  if (found.state === 'contradicted') return `${found.author} in ${found.commit}`;
  if (found.state === 'confirmed') return found.state;
  return `${found.reason}, ${found.counts ? 'counts' : 'does not count'}`;
}

async function provenanceAfter(
  steps: readonly Step[],
  { clones = new Map(), joined = [], isAncestor = true, me, committed, isHidden = false, record: written }: Known = {},
): Promise<Provenance> {
  const record = written ?? steps.at(-1)?.[1] ?? SIGNED;
  const reading = { state: 'ok', text: '', document: documentWith({ [ID]: record }), problems: [] } as const;
  const [statement] = writtenStatements([{ scope: 'team', reading }]);
  assert.ok(statement);
  const isSame = (a: string, b: string): boolean => a === b || (joined.includes(a) && joined.includes(b));
  const clone: Clone = {
    me,
    isAncestor: () => Promise.resolve(isAncestor),
    committed: () => Promise.resolve(isHidden ? 'hidden' : committed === undefined ? undefined : saidIn(committed)),
  };
  return provenanceOf(statement, changesOf(steps), { clones, isSame }, clone);
}

describe('where a statement comes from', () => {
  it('is borne out by its person alone, whoever moved or restored it later', async () => {
    assert.equal(await told([[{ author: BO }, SIGNED]]), 'confirmed');
    assert.equal(await told([[{ author: BO, committer: CY }, SIGNED]]), 'confirmed', 'rebased by another');
    assert.equal(
      await told([
        [{ author: BO }, SIGNED],
        [{ author: CY }, undefined],
        [{ author: CY }, SIGNED],
      ]),
      'confirmed',
      'lost and restored',
    );
    assert.equal(
      await told([
        [{ author: BO }, SIGNED],
        [{ author: CY }, { ...SIGNED, note: 'Another note', edits: {} }],
      ]),
      'confirmed',
      'a note says nothing that is vouched for',
    );
  });

  it('is contradicted where somebody else brought it or changed a word of it, whatever the commit says of itself', async () => {
    assert.equal(await told([[{ author: CY }, SIGNED]]), `${CY} in commit 0`);
    for (const by of [{ author: CY }, { author: CY, isUnited: true }, { author: CY, committer: 'host@example.com' }]) {
      for (const record of [OTHER_TERMS, { ...SIGNED, goal: 'g-0000000000' }, { ...SIGNED, for: 'ana@example.com' }]) {
        assert.equal(
          await told([
            [{ author: BO }, SIGNED],
            [by, record],
          ]),
          `${CY} in commit 1`,
        );
      }
    }
    const later = { ...SIGNED, created: '20261121T090000000Z-0000-bo00' };
    assert.equal(
      await told([
        [{ author: BO }, SIGNED],
        [{ author: CY }, later],
      ]),
      `${CY} in commit 1`,
      'so that it counts more than a later answer',
    );
    const declined = { ...SIGNED, declines: true };
    assert.equal(
      await told([
        [{ author: BO }, declined],
        [{ author: CY }, SIGNED],
      ]),
      `${CY} in commit 1`,
    );
    assert.equal(
      await told([
        [{ author: CY }, { ...SIGNED, by: CY }],
        [{ author: CY }, SIGNED],
      ]),
      `${CY} in commit 1`,
      'a genuine record in the name of another',
    );
  });

  it('is contradicted where somebody else withdrew it or took a withdrawal back', async () => {
    const gone = { ...SIGNED, deleted: true };
    assert.equal(
      await told([
        [{ author: BO }, SIGNED],
        [{ author: CY }, gone],
      ]),
      `${CY} in commit 1`,
    );
    assert.equal(
      await told([
        [{ author: BO }, SIGNED],
        [{ author: BO }, gone],
        [{ author: CY }, { ...SIGNED, deleted: false }],
      ]),
      `${CY} in commit 2`,
    );
    assert.equal(
      await told([
        [{ author: BO }, SIGNED],
        [{ author: BO }, undefined],
        [{ author: CY }, SIGNED],
      ]),
      `${CY} in commit 2`,
      'by a revert',
    );
  });

  it('is no matter any more once a forgery is deleted, by whomever', async () => {
    const deleted = { ...SIGNED, deleted: true };
    for (const author of [BO, CY, 'ana@example.com']) {
      assert.equal(
        await told([
          [{ author: CY }, SIGNED],
          [{ author }, deleted],
        ]),
        'by others, does not count',
      );
    }
  });

  it('is contradicted where an older version is restored or deleted with the stamps of its person', async () => {
    const clones = new Map([[BO, new Set(['bo00'])]]);
    const gone = { ...SIGNED, deleted: true, edits: { deleted: '20261119T090000000Z-0000-bo00' } };
    const steps: Step[] = [
      [{ author: BO, replicas: ['bo00'] }, SIGNED],
      [{ author: BO, replicas: ['bo00'] }, gone],
      [{ author: CY }, SIGNED],
    ];
    assert.equal(await told(steps, { clones }), `${CY} in commit 2`);
    const unstamped: Step[] = [
      [{ author: BO, replicas: ['bo00'] }, SIGNED],
      [{ author: CY }, { ...SIGNED, deleted: true }],
    ];
    assert.equal(await told(unstamped, { clones }), `${CY} in commit 1`);
  });

  it('counts only as long as nobody else committed it, unless .mailmap joins the two', () => {
    const counted = (found: Provenance | undefined): boolean => isCounted(found);
    assert.deepEqual(
      [
        counted(undefined),
        counted({ state: 'confirmed' }),
        counted({ state: 'unconfirmed', reason: 'cut', counts: true }),
        counted({ state: 'unconfirmed', reason: 'uncommitted', counts: false }),
        counted({ state: 'contradicted', commit: 'c', author: CY }),
      ],
      [true, true, true, false, false],
    );
  });

  it('does not become the own of its person by a revert of a revert, but by an older commit of theirs beside it', async () => {
    const steps: Step[] = [
      [{ author: CY }, SIGNED],
      [{ author: CY }, undefined],
      [{ author: BO }, SIGNED],
    ];
    assert.equal(await told(steps), `${CY} in commit 0`);
    assert.equal(await told(steps, { isAncestor: false }), 'confirmed');
  });

  it('stays open where history does not tell, and counts where nobody else committed it', async () => {
    const squashed = { author: CY, isUnited: true };
    const others = 'by others, does not count';
    const gone = { ...SIGNED, deleted: true };
    const open: readonly (readonly [string, readonly Step[], string, Known?])[] = [
      ['a squash by a host', [[squashed, SIGNED]], others],
      ['a co-author alone', [[{ author: CY, coAuthors: [BO] }, SIGNED]], others],
      ['two authors and two clones', [[{ author: CY, replicas: ['bo00', 'cy00'] }, SIGNED]], others],
      ['others left the file broken in between', [[{ author: BO, hidden: [CY] }, SIGNED]], others],
      [
        'it was stamped in a clone of its person',
        [[{ author: CY, replicas: ['bo00'] }, SIGNED]],
        others,
        { clones: new Map([[BO, new Set(['bo00'])]]) },
      ],
      [
        'its person squashed the work of others',
        [[{ author: BO, isUnited: true, united: [BO, CY] }, SIGNED]],
        'united, counts',
      ],
      ['history before it is not here', [[{ author: BO, isCut: true }, SIGNED]], 'cut, counts'],
      ['nor is that of somebody else', [[{ author: CY, isCut: true }, SIGNED]], 'cut, counts'],
      ['.mailmap alone joins the two', [[{ author: CY }, SIGNED]], 'mailmap, counts', { joined: [BO, CY] }],
      ['its person has not committed it', [], 'uncommitted, counts', { me: BO }],
      ['it appears where somebody else is at work', [], 'uncommitted, does not count', { me: CY }],
      ['nobody knows who is at work', [], 'uncommitted, does not count'],
      [
        'it appears where git shows other bytes than it stores',
        [],
        'uncommitted, does not count',
        { me: BO, isHidden: true },
      ],
      [
        'its person undoes how they took it back',
        [
          [{ author: BO }, SIGNED],
          [{ author: BO }, gone],
        ],
        'uncommitted, counts',
        { me: BO, committed: gone, record: SIGNED },
      ],
      [
        'an old commit of its person is picked again by somebody else',
        [
          [{ author: BO }, SIGNED],
          [{ author: BO }, gone],
          [{ author: BO, committer: CY }, SIGNED],
        ],
        others,
      ],
      [
        'or by themselves under another address',
        [
          [{ author: BO }, SIGNED],
          [{ author: BO }, gone],
          [{ author: BO, committer: CY }, SIGNED],
        ],
        'mailmap, counts',
        { joined: [BO, CY] },
      ],
      [
        'its person took it back on another branch',
        [
          [{ author: BO }, SIGNED],
          [{ author: BO }, gone],
        ],
        'elsewhere, counts',
        { me: CY, committed: SIGNED, record: SIGNED },
      ],
      [
        'it appears again where somebody else is at work',
        [
          [{ author: BO }, SIGNED],
          [{ author: BO }, gone],
        ],
        'uncommitted, does not count',
        { me: CY, committed: gone, record: SIGNED },
      ],
    ];
    for (const [why, steps, expected, known] of open) assert.equal(await told(steps, known), expected, why);
  });

  it('stays open where somebody else landed that its person took it back, and others bring it again', async () => {
    const clones = new Map([[BO, new Set(['bo00'])]]);
    const gone = { ...SIGNED, deleted: true };
    const landed: Step[] = [
      [{ author: BO, replicas: ['bo00'] }, SIGNED],
      [{ author: CY, replicas: ['bo00'] }, gone],
    ];
    const others = 'by others, does not count';
    assert.equal(await told([...landed, [{ author: CY }, SIGNED]], { clones }), others, 'reverted');
    assert.equal(await told([...landed, [{ author: BO, committer: CY }, SIGNED]], { clones }), others, 'picked again');
    assert.equal(
      await told([...landed, [{ author: CY }, SIGNED, [SIGNED, gone]]], { clones }),
      others,
      'merged with the side from before',
    );
    assert.equal(await told([...landed, [{ author: BO }, SIGNED]], { clones }), 'confirmed', 'said again');
    assert.equal(
      await told([...landed, [{ author: CY }, gone, [SIGNED, gone]]], { clones, record: SIGNED, committed: SIGNED }),
      'elsewhere, counts',
      'merged as it should be, on another branch',
    );
    const byAna: Step = [{ author: 'ana@example.com' }, gone];
    assert.equal(
      await told([[{ author: BO, replicas: ['bo00'] }, SIGNED], byAna, [{ author: CY }, SIGNED]], { clones }),
      'confirmed',
      'what somebody else deleted is restored',
    );
  });

  it('is as its person left it last where they took it back on one branch, and took that back on another', async () => {
    const gone = { ...SIGNED, deleted: true };
    const steps: Step[] = [
      [{ author: BO }, SIGNED],
      [{ author: BO }, gone, [SIGNED]],
      [{ author: BO }, SIGNED, [gone]],
      [{ author: BO }, gone, [SIGNED]],
    ];
    const merged: Step = [{ author: CY }, SIGNED, [SIGNED, gone]];
    assert.equal(await told([...steps, merged], { isAncestor: false }), 'confirmed');
    assert.equal(await told([...steps, merged]), `${CY} in commit 4`, 'on one branch, one after the other');
  });

  it('tells what its person had said last, where somebody else changed or deleted it', async () => {
    const word = { by: BO, party: BO, goal: SIGNED.goal, declines: false, created: Date.UTC(2026, 10, 18, 9) };
    const gone = { ...SIGNED, deleted: true };
    const told: readonly (readonly [string, readonly Step[], unknown])[] = [
      [
        'deleted',
        [
          [{ author: BO }, SIGNED],
          [{ author: CY }, gone],
        ],
        word,
      ],
      [
        'in the name of another',
        [
          [{ author: BO }, SIGNED],
          [{ author: CY }, { ...SIGNED, by: CY }],
        ],
        word,
      ],
      [
        'of another goal',
        [
          [{ author: BO }, SIGNED],
          [{ author: CY }, { ...SIGNED, goal: 'g-0' }],
        ],
        word,
      ],
      [
        'for another',
        [
          [{ author: BO }, { ...SIGNED, for: CY }],
          [{ author: CY }, SIGNED],
        ],
        { ...word, party: CY },
      ],
      ['never said', [[{ author: CY }, SIGNED]], undefined],
      [
        'taken back',
        [
          [{ author: BO }, SIGNED],
          [{ author: BO }, gone],
          [{ author: CY }, SIGNED],
        ],
        undefined,
      ],
    ];
    for (const [why, steps, expected] of told) {
      const found = await provenanceAfter(steps);
      assert.ok(found.state === 'contradicted', why);
      assert.deepEqual(found.lost, expected, why);
    }
  });

  it('reads no more of a hostile record than it says', () => {
    const hostile = JSON.parse('{"by":["x"],"terms":{"__proto__":1},"declines":"true","deleted":1}') as Json;
    const fields = ['goal', 'by', 'for', 'terms', 'claimed', 'created'];
    const nothing = Object.fromEntries(fields.map((field) => [field, undefined]));
    assert.deepEqual(saidIn(hostile), { ...nothing, declines: 'false', withdrawn: 'false' });
    assert.deepEqual(saidIn(undefined), { ...nothing, declines: 'false', withdrawn: 'true' });
  });
});
