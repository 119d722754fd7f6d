// Builds dist/ (the product) or, with --tests, dist-test/ (every test, bench and tool as a file of its own).
// --debug: readable, with source maps; --watch: so, and again after each change.
const { build, context, transform } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const debug = watch || process.argv.includes('--debug');
const tests = process.argv.includes('--tests');

/** What every bundle shares: shell scripts are carried as text, so that one file holds all a program needs. */
const common = {
  bundle: true,
  logLevel: 'warning',
  loader: { '.sh': 'text' },
  // jsonc-parser's CommonJS build loads its parts in a way no bundler can follow.
  mainFields: ['module', 'main'],
  absWorkingDir: __dirname,
  sourcemap: tests ? 'inline' : debug,
  minify: !debug && !tests,
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

/** simple-git is a file of its own beside the extension: it is loaded with the first repository and not before. */
const SIMPLE_GIT = './simple-git.js';
const simpleGitApart = {
  name: 'simple-git-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^simple-git$/ }, () => ({ path: SIMPLE_GIT, external: true }));
  },
};

/** Writes the output as CommonJS; `import()` becomes a `require` that waits for its turn. */
const writtenAsCommonJs = {
  name: 'written-as-commonjs',
  setup: ({ onEnd }) => {
    onEnd(async ({ outputFiles = [] }) => {
      fs.mkdirSync('dist', { recursive: true });
      for (const { path: file, text } of outputFiles) {
        const isCode = file.endsWith('.js');
        const options = {
          format: 'cjs',
          platform: 'node',
          target: 'node20',
          minify: !debug,
          supported: { 'dynamic-import': false },
        };
        fs.writeFileSync(file, isCode ? (await transform(text, options)).code : text);
      }
    });
  },
};

/** Test files, benches, programs that tests start (child), tools, and the suites that VS Code loads into its extension host. */
const TEST_ENTRY = /\.(test|bench|child)\.ts$|^test\/tools\/[^/]+\.ts$|^test\/support\/host\/(host|bench)Suite\.ts$/;

function listTests() {
  const found = [];
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (TEST_ENTRY.test(file)) found.push(file);
    }
  };
  walk('test');
  return found;
}

function configurations() {
  if (tests) {
    return [
      {
        ...node,
        entryPoints: listTests(),
        outdir: 'dist-test',
        outbase: 'test',
        external: ['vscode'],
        packages: 'external',
      },
    ];
  }
  return [
    {
      ...node,
      // Split into files, which only this format can be, so that what is seldom wanted costs no start; VS Code wants the other.
      format: 'esm',
      splitting: true,
      chunkNames: 'extension-[hash]',
      entryPoints: ['src/extension.ts'],
      outdir: 'dist',
      external: ['vscode'],
      write: false,
      plugins: [simpleGitApart, writtenAsCommonJs],
    },
    { ...node, entryPoints: [require.resolve('simple-git')], outfile: path.join('dist', SIMPLE_GIT) },
    { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
    // Copied into the git directory of whoever installs it: it needs nothing beside it, and an older Node will do.
    { ...node, entryPoints: ['src/cli/mergeDriver.ts'], outfile: 'dist/merge-driver.js', target: 'node16' },
    {
      ...common,
      platform: 'browser',
      format: 'iife',
      target: 'chrome128',
      entryPoints: ['src/webview/teamPanel.ts'],
      outdir: 'dist/webview',
      tsconfig: 'src/webview/tsconfig.json',
    },
  ].filter((configuration) => fs.existsSync(configuration.entryPoints[0]));
}

/** Removes what an earlier build left. Not the whole folder beforehand: another run may be loading the files that stay. */
function prune(folder, kept) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isDirectory() && !kept.has(path.resolve(file))) fs.rmSync(file, { force: true });
  }
}

/** The JSON Schema for hand edits comes from the kinds the product reads with, so that the two cannot differ. */
async function writeSchema() {
  const bundled = await build({ ...node, entryPoints: ['src/core/model/jsonSchema.ts'], write: false });
  const bundle = { exports: {} };
  new Function('module', 'exports', 'require', bundled.outputFiles[0].text)(bundle, bundle.exports, require);
  const file = path.resolve('dist/goals.schema.json');
  fs.writeFileSync(file, `${JSON.stringify(bundle.exports.goalsFileSchema(), null, 2)}\n`);
  return file;
}

async function main() {
  process.chdir(__dirname);
  const written = new Set();
  for (const configuration of configurations()) {
    if (watch) {
      await (await context(configuration)).watch();
      continue;
    }
    const { metafile } = await build({ ...configuration, metafile: true });
    for (const output of Object.keys(metafile.outputs)) written.add(path.resolve(output));
  }
  if (watch) return;
  if (!tests) written.add(await writeSchema());
  prune(tests ? 'dist-test' : 'dist', written);
  for (const program of ['dist/cli.js', 'dist-test/tools/codeStandIn.js']) {
    if (fs.existsSync(program)) fs.chmodSync(program, 0o755);
  }
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exitCode = 1;
});
