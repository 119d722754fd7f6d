import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';
import { allowedImports, ROOMS } from './rooms.mjs';

const ZOD = { name: 'zod', message: "Import 'zod/mini': the full entry costs 454 KB in the bundle." };

/** What a person named or a work tree holds may be a pipe, which never ends. */
const READ_FILE = {
  name: 'node:fs/promises',
  importNames: ['readFile'],
  message: 'Read by src/store/readRegularFile.ts, which never waits.',
};
/** What writes to the terminal: `src/cli/terminal/terminal.ts` alone, which shows what would command it as escapes. */
const SINK = 'Print by src/cli/terminal/terminal.ts: nothing reaches the terminal unescaped.';
const RULES_OF_SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'No default exports.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels.' },
  { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No module-level state.' },
];
const RULES_OF_OUTPUT = [
  {
    selector: 'ImportSpecifier[imported.name=/^(writeSync|writevSync|createWriteStream|stdout|stderr)$/]',
    message: SINK,
  },
  { selector: 'MemberExpression[object.name="process"][property.name=/^std(out|err)$/]', message: SINK },
  { selector: 'MemberExpression[object.name="process"][property.value=/^std(out|err)$/]', message: SINK },
  { selector: 'VariableDeclarator[init.name="process"] Property[key.name=/^std(out|err)$/]', message: SINK },
  { selector: 'ImportDeclaration[source.value=/^(node:)?(process|console)$/]', message: SINK },
];

/** What a file of a room may not import: all of ours but its own room and what the table of rooms allows; a type import counts like any other. */
function wall(room) {
  const allowed = allowedImports(room);
  const prefixes = allowed.map((entry) => {
    const specifier = path.posix.relative(room, entry);
    return (specifier.startsWith('.') ? specifier : `./${specifier}`).replaceAll('.', '\\.');
  });
  return {
    regex: `^(?!\\./[^/]+$|.*\\.json$|(?:${prefixes.join('|') || '(?!)'})(?:/|$))\\.`,
    message: `src/${room} may import only: ${allowed.join(', ') || 'itself'}. See .config/rooms.mjs.`,
  };
}

function importRule(room) {
  const [floor] = room.split('/');
  const paths = [ZOD];
  if (floor !== 'editor' && floor !== '.')
    paths.push({ name: 'vscode', message: 'Only src/editor and extension.ts know the editor.' });
  if (floor === 'store' || floor === 'cli') paths.push(READ_FILE);
  const patterns = [wall(room)];
  if (floor === 'core')
    patterns.push({ group: ['node:*'], message: 'core is pure: time, randomness, files and hashes are ports.' });
  return { 'no-restricted-imports': ['error', { paths, patterns }] };
}

export default defineConfig(
  globalIgnores(['dist/', 'dist-test/', 'node_modules/', '.vscode-test/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { defaultProject: 'tsconfig.json' },
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-imports': ['error', { paths: [ZOD] }],
      'no-restricted-syntax': ['error', ...RULES_OF_SYNTAX],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/terminal/terminal.ts'],
    rules: { 'no-restricted-syntax': ['error', ...RULES_OF_SYNTAX, ...RULES_OF_OUTPUT] },
  },
  ...Object.keys(ROOMS).map((room) => ({ files: [path.posix.join('src', room, '*.ts')], rules: importRule(room) })),
  {
    files: ['test/**/*.ts'],
    // mocha's describe callbacks are long by nature and its chains are values on purpose.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
      },
    },
  },
);
