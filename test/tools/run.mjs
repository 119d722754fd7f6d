// Entry of every script in package.json that needs the project's packages: run.mjs NAME [arguments] builds and runs test/tools/NAME.ts.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

function refuse(message) {
  console.error(message);
  process.exit(2);
}

function isAtLeast(version, [major, minor]) {
  const [, foundMajor, foundMinor] = /(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(foundMajor) > major || (Number(foundMajor) === major && Number(foundMinor) >= minor);
}

function gitVersion() {
  try {
    return execFileSync('git', ['--version'], { encoding: 'utf8' }).trim();
  } catch {
    return refuse('git is missing: install git 2.31 or newer.');
  }
}

function checkPrograms() {
  if (!isAtLeast(process.version, [20, 19])) refuse(`Node 20.19 or newer is needed; this is Node ${process.version}.`);
  const git = gitVersion();
  if (!isAtLeast(git, [2, 31])) refuse(`git 2.31 or newer is needed; this is ${git}.`);
}

/** npm's own script where npm started us (one npm for all steps), else npm from PATH (a .cmd file on Windows, so through its shell). */
function npm(...args) {
  const script = process.env.npm_execpath;
  const byScript = script !== undefined && /\.c?js$/.test(script);
  const options = { cwd: ROOT, stdio: ['ignore', process.stderr, process.stderr] };
  return byScript
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function readPackages(file) {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  return Object.entries(packages).filter(([folder]) => folder !== '');
}

/** npm writes what it installed into node_modules/.package-lock.json; optional packages of other platforms are absent there. */
function isInstalled() {
  const record = path.join('node_modules', '.package-lock.json');
  if (!existsSync(path.join(ROOT, record))) return false;
  const installed = new Map(readPackages(record));
  return readPackages('package-lock.json').every(([folder, wanted]) => {
    const found = installed.get(folder);
    return found === undefined ? wanted.optional === true : found.integrity === wanted.integrity;
  });
}

function installPackages() {
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json (npm ci) …');
  const { status } = npm('ci', '--no-audit', '--no-fund');
  if (status !== 0) refuse('npm ci failed; its messages are above.');
}

function buildTests() {
  const { status } = spawnSync(process.execPath, ['esbuild.js', '--tests'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Stays until the tool has ended, so that the tool can end what it started when a signal reaches this process alone. */
function runTool(name, args) {
  const tool = path.join('dist-test', 'tools', `${name}.js`);
  const child = spawn(process.execPath, [tool, ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes a signal on to the shell between us, which dies of it without a word: the tool must not go on without an owner.
  const parent = process.ppid;
  const isOrphan = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
  setInterval(() => isOrphan() && child.kill('SIGTERM'), 500);
  child.on('exit', (code) => process.exit(code ?? 1));
}

function main([name, ...args]) {
  const source = path.join('test', 'tools', `${name}.ts`);
  if (name === undefined || !existsSync(path.join(ROOT, source))) refuse(`There is no tool ${source}.`);
  checkPrograms();
  installPackages();
  buildTests();
  runTool(name, args);
}

main(process.argv.slice(2));
