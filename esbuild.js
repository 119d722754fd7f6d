// Builds dist/ (the product) or, with --tests, dist-test/ (every test, bench and tool as a file of its own).
// --debug: readable, with source maps; --watch: so, and again after each change.
const { build, context } = require('esbuild');
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

const EXTENSION = 'src/extension.ts';
const COMMAND_LINE = 'src/cli/main.ts';

/** simple-git is a file of its own beside the extension: it is loaded with the first repository and not before. */
const SIMPLE_GIT = './simple-git.js';
const simpleGitApart = {
  name: 'simple-git-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^simple-git$/ }, () => ({ path: SIMPLE_GIT, external: true }));
  },
};

/** Whatever a file of the output needs at once, itself included: what it only needs when it is wanted stands in `import()`. */
function loadedWith(file, outputs, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const needed = outputs[file].imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  for (const each of needed) loadedWith(each.path, outputs, found);
  return found;
}

/** What the entry needs at once. */
const neededAtOnce = (entry, outputs) => [...loadedWith(entry, outputs)];

/** That, and what every third of the files needs that the entry loads when they are wanted: of a command line nothing else runs. */
const neededByMany = (entry, outputs) => {
  const atOnce = neededAtOnce(entry, outputs);
  const later = atOnce.flatMap((file) =>
    outputs[file].imports.filter(({ kind, external }) => kind === 'dynamic-import' && !external),
  );
  const wanted = [...new Set(later.map(({ path: file }) => file))].map((file) => loadedWith(file, outputs));
  const parts = new Set(wanted.flatMap((files) => [...files]));
  const many = [...parts].filter((part) => wanted.filter((files) => files.has(part)).length * 3 >= wanted.length);
  return [...new Set([...atOnce, ...many])];
};

/**
 * Writes the output as CommonJS; `import()` becomes a `require` that waits for its turn. What `together` names becomes one file
 * again, which hands its parts on to the files that come later: dozens of files would cost each start more than their code.
 */
const writtenAsCommonJs = (source, together, banner = {}) => ({
  name: 'written-as-commonjs',
  setup: ({ onEnd }) => {
    onEnd(async ({ outputFiles = [], metafile: { outputs } = { outputs: {} } }) => {
      const entry = Object.keys(outputs).find((file) => outputs[file].entryPoint === source);
      if (entry === undefined) return;
      const texts = new Map(outputFiles.map(({ path: file, text }) => [path.relative(__dirname, file), text]));
      const parts = together(entry, outputs).filter((file) => file !== entry);
      const nameOf = (part) => `part${parts.indexOf(part)}`;
      const handedOn = parts.map((part) => `export * as ${nameOf(part)} from './${path.basename(part)}';`);
      const takenOver = (part) => {
        const names = outputs[part].exports.join(', ');
        return `import { ${nameOf(part)} as part } from './${path.basename(entry)}'; const { ${names} } = part; export { ${names} };`;
      };
      await writeCommonJs(entry, [texts.get(entry), ...handedOn].join('\n'), parts, (part) => texts.get(part), banner);
      for (const [file, text] of texts) {
        if (parts.includes(file)) fs.rmSync(file, { force: true });
        else if (file !== entry) await writeCommonJs(file, text, parts, takenOver);
      }
    });
  },
});

/** Every file of the output but the parts, whose contents are given, is loaded from where it is written. */
function writeCommonJs(file, contents, parts, contentsOf, banner = {}) {
  const partsInside = {
    name: 'parts-inside',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\.\// }, ({ path: name }) => {
        const part = parts.find((each) => path.basename(each) === path.basename(name));
        return part === undefined ? { path: name, external: true } : { path: part, namespace: 'part' };
      });
      onLoad({ filter: /.*/, namespace: 'part' }, ({ path: part }) => ({ contents: contentsOf(part) }));
    },
  };
  return build({
    ...node,
    banner,
    stdin: { contents },
    outfile: file,
    external: ['vscode'],
    sourcemap: debug && 'inline',
    supported: { 'dynamic-import': false },
    plugins: [partsInside],
  });
}

/** Split into files, which only this format can be, so that what is seldom wanted costs no start; Node and VS Code load the other. */
const split = {
  ...node,
  format: 'esm',
  splitting: true,
  metafile: true,
  // Carried along, so that the map of what is written leads back to the sources.
  sourcemap: debug && 'inline',
  outdir: 'dist',
  write: false,
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

/** Only what runs inside the editor gets its `vscode`; a stand-in takes its place for everything else. */
const INSIDE_EDITOR = /^test\/(support\/)?host\//;

function configurations() {
  if (tests) {
    const all = { ...node, outdir: 'dist-test', outbase: 'test', packages: 'external' };
    const files = listTests();
    return [
      { ...all, entryPoints: files.filter((file) => INSIDE_EDITOR.test(file)), external: ['vscode'] },
      {
        ...all,
        entryPoints: files.filter((file) => !INSIDE_EDITOR.test(file)),
        alias: { vscode: './test/support/run/vscodeStandIn.ts' },
      },
    ];
  }
  return [
    {
      ...split,
      chunkNames: 'extension-[hash]',
      entryPoints: [EXTENSION],
      external: ['vscode'],
      plugins: [simpleGitApart, writtenAsCommonJs(EXTENSION, neededAtOnce)],
    },
    { ...node, entryPoints: [require.resolve('simple-git')], outfile: path.join('dist', SIMPLE_GIT) },
    {
      ...split,
      chunkNames: 'cli-[hash]',
      entryPoints: { cli: COMMAND_LINE },
      plugins: [writtenAsCommonJs(COMMAND_LINE, neededByMany, { js: '#!/usr/bin/env node' })],
    },
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
  ];
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
