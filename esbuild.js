// Builds dist/ (the product) or, with --tests, dist-test/ (every test, bench and tool as a file of its own).
const { build, context } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/** What every bundle shares: shell scripts are carried as text, so that one file holds all a program needs. */
const common = {
  bundle: true,
  logLevel: 'warning',
  loader: { '.sh': 'text' },
  absWorkingDir: __dirname,
  sourcemap: tests ? 'inline' : false,
  minify: !watch && !tests,
  // Names stay readable in logs of minified bundles.
  keepNames: tests,
};
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };

function listTests() {
  const found = [];
  const walk = (folder) => {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (/\.(test|bench)\.ts$/.test(entry.name) || /^test\/tools\/[^/]+\.ts$/.test(file)) found.push(file);
    }
  };
  walk('test');
  return found;
}

function configurations() {
  if (tests) {
    return [{ ...node, entryPoints: listTests(), outdir: 'dist-test', outbase: 'test', external: ['vscode'], packages: 'external' }];
  }
  return [
    { ...node, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
    { ...node, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
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

async function main() {
  process.chdir(__dirname);
  if (!watch) fs.rmSync(tests ? 'dist-test' : 'dist', { recursive: true, force: true });
  for (const configuration of configurations()) {
    if (watch) await (await context(configuration)).watch();
    else await build(configuration);
  }
  if (!tests && fs.existsSync('dist/cli.js')) fs.chmodSync('dist/cli.js', 0o755);
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exitCode = 1;
});
