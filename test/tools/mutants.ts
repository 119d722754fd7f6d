// mutants.js [TEXT]: plants each fault of a table (or those whose name holds TEXT) in a copy of the sources, runs the
// tests that must notice, and says which faults were caught. Exit 1 when one survives.
import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '../support/projectFolder';
import { temporaryFolder } from '../support/temporaryFolder';

interface Mutant {
  readonly name: string;
  /** Source file, from the root of the project. */
  readonly file: string;
  /** Must occur exactly once in the file. */
  readonly text: string;
  readonly replacement: string;
  /** Test files that must fail, below test/. */
  readonly tests: readonly string[];
}

const MERGE = 'src/core/document/merge.ts';
const STAMP = 'src/core/document/stamp.ts';
const MERGE_TESTS = ['unit/document/merge', 'unit/document/mergeProperties'];
const HISTORIES = ['unit/document/histories'];

const MUTANTS: readonly Mutant[] = [
  {
    name: 'stamp comparison swapped',
    file: MERGE,
    text: "const byStamp = byCodeUnit(a ?? '', b ?? '');",
    replacement: "const byStamp = byCodeUnit(b ?? '', a ?? '');",
    tests: MERGE_TESTS,
  },
  {
    name: 'base rule dropped',
    file: MERGE,
    text: 'base !== undefined && stampWithin(base) === stamp &&',
    replacement: 'false &&',
    tests: MERGE_TESTS,
  },
  {
    name: 'base rule dropped, seen by histories',
    file: MERGE,
    text: 'base !== undefined && stampWithin(base) === stamp &&',
    replacement: 'false &&',
    tests: HISTORIES,
  },
  {
    name: 'base compared by value only',
    file: MERGE,
    text: 'stampWithin(base) === stamp && ',
    replacement: '',
    tests: MERGE_TESTS,
  },
  {
    name: 'base compared by value only, seen by histories',
    file: MERGE,
    text: 'stampWithin(base) === stamp && ',
    replacement: '',
    tests: HISTORIES,
  },
  {
    name: 'one stamp for the whole goal',
    file: 'src/core/document/registerState.ts',
    text: 'created: asStamp(created),',
    replacement: 'created: laterStamp(asStamp(created), isObject(edits) ? latestEntry(stampTree(edits)) : undefined),',
    tests: HISTORIES,
  },
  {
    name: 'wall clock alone',
    file: STAMP,
    text: 'return formatStamp({ ...outbid.reduce(later, last), replica });',
    replacement: 'return formatStamp({ millis: now, counter: 0, replica });',
    tests: HISTORIES,
  },
  {
    name: 'overwritten stamps not exceeded',
    file: STAMP,
    text: '{ ...outbid.reduce(later, last), replica }',
    replacement: '{ ...last, replica }',
    tests: ['unit/document/stamp', ...HISTORIES],
  },
  {
    name: 'unknown key dropped by the merge',
    file: MERGE,
    text: 'if (value !== undefined && key !== undefined) members.push',
    replacement: "if (value !== undefined && key !== undefined && key !== '__proto__') members.push",
    tests: MERGE_TESTS,
  },
  {
    name: 'unknown key dropped by the writer',
    file: 'src/core/document/writeDocument.ts',
    text: 'Object.keys(value).sort(order)',
    replacement: "Object.keys(value).filter((key) => key !== 'constructor').sort(order)",
    tests: ['unit/document/unknownKeys'],
  },
  {
    name: 'unknown key dropped by the fast writer',
    file: 'src/core/document/orderMembers.ts',
    text: 'keys.sort(order)',
    replacement: "keys.filter((key) => key !== 'constructor').sort(order)",
    tests: ['unit/document/unknownKeys'],
  },
  {
    name: 'removed record comes back',
    file: MERGE,
    text: 'if (hasBase && sameJson(theirs, base)) return ours;',
    replacement: '',
    tests: MERGE_TESTS,
  },
  {
    name: 'larger creation stamp kept',
    file: MERGE,
    text: 'return a < b ? a : b;',
    replacement: 'return a < b ? b : a;',
    tests: MERGE_TESTS,
  },
  {
    name: 'hand edits not stamped',
    file: 'src/core/document/handEdits.ts',
    text: "(now ?? '') > (old ?? '')",
    replacement: "(now ?? '') >= (old ?? '')",
    tests: ['unit/document/handEdits'],
  },
];

/** Builds and runs tests in the copy. */
function run(folder: string, tests: readonly string[]): boolean {
  const node = (...args: string[]): boolean => spawnSync(process.execPath, args, { cwd: folder }).status === 0;
  if (!node('build.cjs', ...tests)) throw new Error('The copy does not build.');
  const files = tests.map((test) => path.join('dist-test', `${test}.test.js`));
  return node(path.join('dist-test', 'tools', 'mocha.js'), '--timeout', '600000', ...files);
}

const BUILD = `
const tests = process.argv.slice(2).map((test) => 'test/' + test + '.test.ts');
require('esbuild').buildSync({
  entryPoints: [...tests, 'test/tools/mocha.ts'], outdir: 'dist-test', outbase: 'test', bundle: true, platform: 'node',
  format: 'cjs', target: 'node20', packages: 'external', mainFields: ['module', 'main'], loader: { '.sh': 'text' },
});
`;

async function isCaught(folder: string, { name, file, text, replacement, tests }: Mutant): Promise<boolean> {
  const place = path.join(folder, file);
  const source = await readFile(place, 'utf8');
  const count = source.split(text).length - 1;
  if (count !== 1) throw new Error(`${name}: the text occurs ${count} times in ${file}, not once.`);
  await writeFile(
    place,
    source.replace(text, () => replacement),
  );
  try {
    return !run(folder, tests);
  } finally {
    await writeFile(place, source);
  }
}

async function main(only = ''): Promise<void> {
  const copy = await temporaryFolder('mutants');
  try {
    for (const part of ['src', 'test', 'package.json', 'tsconfig.json']) {
      await cp(projectFolder(part), path.join(copy.path, part), { recursive: true });
    }
    await symlink(projectFolder('node_modules'), path.join(copy.path, 'node_modules'), 'junction');
    await writeFile(path.join(copy.path, 'build.cjs'), BUILD);
    const chosen = MUTANTS.filter(({ name }) => name.includes(only));
    const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests))];
    if (!run(copy.path, tests)) throw new Error('The tests fail without any planted fault.');
    let survivors = 0;
    for (const mutant of chosen) {
      const caught = await isCaught(copy.path, mutant);
      if (!caught) survivors += 1;
      console.log(`${caught ? 'caught  ' : 'SURVIVED'}  ${mutant.name}`);
    }
    console.log(`${chosen.length - survivors} of ${chosen.length} planted faults caught.`);
    process.exitCode = survivors === 0 ? 0 : 1;
  } finally {
    await copy.remove();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
