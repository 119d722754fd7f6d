import type { PlantedFault } from './plantedFaults';

const CALL = 'src/git/run/gitCall.ts';
const PATHS = 'src/git/run/programPath.ts';
const CANARIES = ['git/canaries'];
const BACK_ENDS = 'the editor and the command line call git';

/** What lets a repository start programs, or keeps us waiting. */
export const PLANTED_GIT_FAULTS: readonly PlantedFault[] = [
  {
    name: 'any protocol allowed',
    file: 'src/git/run/gitEnvironment.ts',
    text: ", GIT_ALLOW_PROTOCOL: 'none' }",
    replacement: ' }',
    tests: CANARIES,
    grep: 'look further (a git that knows less)',
  },
  {
    name: 'lazy fetches left to the protocols',
    file: 'src/git/run/gitEnvironment.ts',
    text: "GIT_NO_LAZY_FETCH: '1', ",
    replacement: '',
    tests: ['git/run/gitCall'],
    grep: 'same arguments',
  },
  {
    name: 'bare repositories discovered',
    file: CALL,
    text: "'safe.bareRepository=explicit', ",
    replacement: '',
    tests: ['git/run/gitCall'],
    grep: 'same arguments',
  },
  {
    name: 'bare repositories that an old git discovers taken for work trees',
    file: 'src/git/run/repository.ts',
    text: "if (isWithin(here, path.resolve(gitDir), process.platform)) return { state: 'none' };",
    replacement: '',
    tests: CANARIES,
    grep: 'lies as a folder',
  },
  {
    name: 'text conversions run',
    file: CALL,
    text: "['--no-ext-diff', '--no-textconv']",
    replacement: "['--no-ext-diff']",
    tests: CANARIES,
    grep: BACK_ENDS,
  },
  {
    name: 'signatures shown where the settings say so',
    file: CALL,
    text: ", 'log.showSignature=false'",
    replacement: '',
    tests: CANARIES,
    grep: BACK_ENDS,
  },
  {
    name: 'hooks run by what only we write',
    file: CALL,
    text: '[NO_HOOKS]',
    replacement: '[]',
    tests: CANARIES,
    grep: BACK_ENDS,
  },
  {
    name: 'programs looked for in the current folder',
    file: PATHS,
    text: '!paths.isAbsolute(folder) || ',
    replacement: '',
    tests: ['unit/git/run/programPath'],
  },
  {
    name: 'programs looked for in the work tree',
    file: PATHS,
    text: '[folder, search.resolve(folder)]',
    replacement: '[]',
    tests: ['unit/git/run/programPath'],
  },
  {
    name: 'a pipe read as a mailmap',
    file: 'src/git/run/mailmapFitness.ts',
    text: '(found.isFile() && found.size <= MOST_BYTES)',
    replacement: 'found.size <= MOST_BYTES',
    tests: ['git/run/gitCall'],
    grep: 'reads no mailmap',
  },
];
