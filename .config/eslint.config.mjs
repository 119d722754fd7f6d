import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Folders of src and which of our own folders each may import; a type import counts like any other. */
const ALLOWED = {
  core: [],
  store: ['core'],
  protocol: ['core'],
  // Of store only what looks at the disk and knows nothing of goals.
  git: ['core', 'hooks', 'store/readRegularFile', 'store/realPlace'],
  cli: ['core', 'store', 'git', 'hooks'],
  webview: ['core', 'protocol'],
  editor: ['core', 'store', 'git', 'hooks', 'protocol'],
};
const FOLDERS = ['core', 'store', 'git', 'hooks', 'cli', 'protocol', 'editor', 'webview'];

const ZOD = { name: 'zod', message: "Import 'zod/mini': the full entry costs 454 KB in the bundle." };

/** What a person named or a work tree holds may be a pipe, which never ends. */
const READ_FILE = {
  name: 'node:fs/promises',
  importNames: ['readFile'],
  message: 'Read by src/store/readRegularFile.ts, which never waits.',
};

function importRule(folder, allowed) {
  const forbidden = FOLDERS.filter((name) => name !== folder && !allowed.includes(name));
  const paths = [ZOD];
  if (folder !== 'editor') paths.push({ name: 'vscode', message: 'Only src/editor and extension.ts know the editor.' });
  if (folder === 'store' || folder === 'cli') paths.push(READ_FILE);
  const patterns = [
    {
      group: [
        ...forbidden.map((name) => `**/${name}/**`),
        ...allowed.filter((name) => name.includes('/')).map((name) => `!**/${name}`),
      ],
      message: `src/${folder} may import only: ${allowed.join(', ') || 'itself'}.`,
    },
  ];
  if (folder === 'core')
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
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'No default exports.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels.' },
        { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No module-level state.' },
      ],
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
  ...Object.entries(ALLOWED).map(([folder, allowed]) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: importRule(folder, allowed),
  })),
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
