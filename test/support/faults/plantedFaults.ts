/** An edit of the sources that breaks a promise, and the tests that must notice. */
export interface PlantedFault {
  readonly name: string;
  /** Source file, from the root of the project. */
  readonly file: string;
  /** Must occur exactly once in the file. */
  readonly text: string;
  readonly replacement: string;
  /** Test files below test/, of which one must fail. */
  readonly tests: readonly string[];
  /** Only tests whose full title holds this text. */
  readonly grep?: string;
}

const MERGE = 'src/core/document/merge.ts';
const READ_AFTER = 'src/core/document/readAfter.ts';
const STAMP = 'src/core/document/stamp.ts';
const MERGE_TESTS = ['unit/document/merge', 'unit/document/mergeProperties'];
const HISTORIES = ['unit/document/histories'];
const NO_LOCK = 'const lock = { isOurs: () => Promise.resolve(true), release: () => Promise.resolve() };';
const ATOMIC_WRITE = 'src/store/atomicWrite.ts';
const RENAME = `    await writeTemporary(write);
    if (mayReplace && !(await mayReplace())) return false;
    await renameOver(temporary, target);`;
const RENAME_FIRST = `    const handle = await open(temporary, 'wx', write.mode);
    await writeAll(handle, write.bytes);
    if (mayReplace && !(await mayReplace())) return false;
    await renameOver(temporary, target);
    await handle.sync().finally(() => handle.close());`;

/** What must not go wrong unseen, each with the tests that see it. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
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
    name: 'a tie of equal values and entries left to the side',
    file: MERGE,
    text: "const order = byEntries || byCodeUnit(theirs.created ?? '', ours.created ?? '');",
    replacement: 'const order = byEntries;',
    tests: ['unit/document/mergeProperties'],
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
    file: 'src/core/document/writeValue.ts',
    text: 'Object.keys(value).sort(order)',
    replacement: "Object.keys(value).filter((key) => key !== 'constructor').sort(order)",
    tests: ['unit/document/unknownKeys'],
  },
  {
    name: 'a file that is not quite ours taken for ours',
    file: 'src/core/document/knownRecords.ts',
    text: 'formatDocument(this.#last.document) === this.#last.text',
    replacement: 'true',
    tests: ['unit/document/knownRecords'],
  },
  {
    name: 'a record that we would write in another way taken for ours',
    file: READ_AFTER,
    text: ' || pieceText(piece.key, record) !== written',
    replacement: '',
    tests: ['unit/document/knownRecords'],
  },
  {
    name: 'a record in the wrong place taken for ours',
    file: READ_AFTER,
    text: ' || !isInOrder(piece, text)',
    replacement: '',
    tests: ['unit/document/knownRecords'],
  },
  {
    name: 'a spacer that is gone not missed',
    file: READ_AFTER,
    text: ' && !isSpacer(key, 0)',
    replacement: '',
    tests: ['unit/document/knownRecords'],
  },
  {
    name: 'a member behind the records read as one',
    file: READ_AFTER,
    text: 'if (!isPlain(known.document)) return undefined;',
    replacement: '',
    tests: ['unit/document/knownRecords'],
  },
  {
    name: 'a changed record left as it was by the writer of changes',
    file: 'src/core/document/formatAfter.ts',
    text: 'if (before.get(key) !== record) changed.push(key);',
    replacement: 'if (!before.has(key)) changed.push(key);',
    tests: ['unit/document/knownRecords'],
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
  {
    name: 'lock removed',
    file: 'src/store/goalFileStore.ts',
    text: 'const lock = await acquireLock(lockFile, undefined, place.closedFolders && OWNER_ONLY);',
    replacement: NO_LOCK,
    tests: ['git/store/lock'],
    grep: 'second window',
  },
  {
    name: 'lock removed, seen by four writers',
    file: 'src/store/goalFileStore.ts',
    text: 'const lock = await acquireLock(lockFile, undefined, place.closedFolders && OWNER_ONLY);',
    replacement: NO_LOCK,
    tests: ['git/store/concurrentSaves'],
  },
  {
    name: 'lock of a living process taken over',
    file: 'src/store/lock.ts',
    text: 'if (isOwnMark(owner)) return !held.has(owner);',
    replacement: 'return true;',
    tests: ['git/store/lock'],
    grep: 'is held by one',
  },
  {
    name: 'renamed before the bytes are on disk',
    file: ATOMIC_WRITE,
    text: RENAME,
    replacement: RENAME_FIRST,
    tests: ['git/store/failedSave'],
    grep: 'of fsync says so',
  },
  {
    name: 'bytes never forced to disk',
    file: ATOMIC_WRITE,
    text: 'if (isDurable) await handle.sync();',
    replacement: '',
    tests: ['git/store/failedSave'],
    grep: 'of fsync says so',
  },
  {
    name: 'acknowledged before the folder is on disk',
    file: 'src/store/replaceFile.ts',
    text: 'isDurable: true }))) return false;\n  await syncFolder(path.dirname(target));',
    replacement: 'isDurable: true }))) return false;',
    tests: ['git/store/failedSave'],
    grep: 'could not be made durable',
  },
  {
    name: 'written in place, seen by killing the writer',
    file: ATOMIC_WRITE,
    text: 'await renameOver(temporary, target);',
    replacement:
      "const handle = await open(target, 'w');\n    await writeAll(handle, write.bytes).finally(() => handle.close());",
    tests: ['git/store/killedWriter'],
    grep: 'third pwrite64',
  },
  {
    name: 'hand edits not stamped in a save',
    file: 'src/store/handEditGuard.ts',
    text: "return stampHandEdits(reading && 'document' in reading ? reading.document : undefined, document, stamper);",
    replacement: 'return document;',
    tests: ['git/cli/handEdits'],
    grep: 'get a stamp with the next save',
  },
  {
    name: 'driver ends with 0 where it must not merge',
    file: 'src/cli/mergeDriver.ts',
    text: 'instanceof UnfitError ? UNFIT : 1;',
    replacement: 'instanceof UnfitError ? 0 : 1;',
    tests: ['git/merge/mergeDriver'],
    grep: 'merges the text where a side is no healthy file',
  },
  {
    name: 'driver ends with 0 on an error of the system',
    file: 'src/cli/mergeDriver.ts',
    text: 'instanceof UnfitError ? UNFIT : 1;',
    replacement: 'instanceof UnfitError ? UNFIT : 0;',
    tests: ['git/merge/mergeDriver'],
    grep: 'cannot be noted',
  },
  {
    name: 'driver script ends with 0 after a runtime that failed',
    file: 'src/hooks/merge-driver.sh',
    text: '[ "$code" -ne 0 ] || exit 0',
    replacement: 'exit 0',
    tests: ['git/merge/mergeDriver'],
    grep: 'the bundle is broken',
  },
  {
    name: 'driver script ends with 0 after a text merge with markers',
    file: 'src/hooks/merge-driver.sh',
    text: 'exit "$code"',
    replacement: 'exit 0',
    tests: ['git/merge/mergeDriver'],
    grep: 'the bundle is gone',
  },
  {
    name: 'unknown key dropped by the driver',
    file: 'src/cli/verbs/runMergeDriver.ts',
    text: "if (reading.state === 'ok') return reading.document;",
    replacement: "if (reading.state === 'ok') return { ...reading.document, top: { version: 1 } };",
    tests: ['git/merge/mergeDriver'],
    grep: 'keeps what it does not know',
  },
  {
    name: 'record of an unknown kind dropped by the driver',
    file: 'src/cli/verbs/runMergeDriver.ts',
    text: 'Buffer.from(formatDocument(document));',
    replacement:
      'Buffer.from(formatDocument({ ...document, records: new Map([...document.records].filter(([id]) => /^g-/.test(id))) }));',
    tests: ['git/merge/mergeDriver'],
    grep: 'keeps what it does not know',
  },
  {
    name: 'edit that lost is noted after the result',
    file: 'src/cli/verbs/runMergeDriver.ts',
    text: 'if (found.length > 0) {',
    replacement: 'await replace(call.ours, bytes);\n  if (found.length > 0) {',
    tests: ['git/merge/mergeDriver'],
    grep: 'cannot be noted',
  },
  {
    name: 'hook ends with 1',
    file: 'src/hooks/commit-msg.sh',
    text: "trap 'exit 0' 0",
    replacement: "trap 'exit 1' 0",
    tests: ['git/hooks/commitMsgHookPlaces'],
    grep: 'by itself in /bin/sh',
  },
  {
    name: 'exit code of the hook script passed on to git',
    file: 'src/git/hooks/hookBlock.ts',
    text: '(. "$microgoals/microgoals/commit-msg.sh") || :',
    replacement: '(. "$microgoals/microgoals/commit-msg.sh")',
    tests: ['git/hooks/commitMsgHookPlaces'],
    grep: 'never blocks a commit in /bin/sh',
  },
  {
    name: 'import through a wall',
    file: 'src/core/document/registerPath.ts',
    text: 'export function pathSegment(',
    replacement: "import '../okr/score';\nexport function pathSegment(",
    tests: ['unit/support/checkRooms'],
    grep: 'nothing in the sources',
  },
];
