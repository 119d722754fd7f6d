#!/usr/bin/env node
// Takes the flags of `code`, runs the test suite in a VS Code server with Chromium as its window, and exits with the suite's code.
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { endOnSignal } from '../support/run/endOnSignal';
import { markHostLine, readHostLine } from '../support/host/hostLine';
import { openWorkbench } from '../support/host/openWorkbench';
import { readStandInEnvironment } from '../support/host/standInEnvironment';
import { startHost } from '../support/host/startHost';

const LIMIT = 20 * 60_000;

interface Flags {
  readonly workspace: string | undefined;
  readonly extension: string | undefined;
  readonly tests: string;
  readonly userDataFolder: string | undefined;
  readonly extensionsFolder: string | undefined;
}

function readFlags(): Flags {
  const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const tests = text('extensionTestsPath');
  if (tests === undefined) throw new Error('The flag --extensionTestsPath=… is missing.');
  return {
    workspace: positionals[0],
    extension: text('extensionDevelopmentPath'),
    tests,
    userDataFolder: text('user-data-dir'),
    extensionsFolder: text('extensions-dir'),
  };
}

/** Resolves with the suite's exit code; rejects, with a screenshot, when the suite does not end in time. */
async function runSuite({ userDataFolder, extensionsFolder, ...target }: Flags): Promise<number> {
  const { host: name, untrusted } = readStandInEnvironment();
  const host = await startHost({
    host: name,
    trusted: !untrusted,
    env: process.env,
    ...(userDataFolder === undefined ? {} : { userDataFolder }),
    ...(extensionsFolder === undefined ? {} : { extensionsFolder }),
  });
  endOnSignal(() => host.stop());
  try {
    const { promise, onExit } = exitCode();
    const workbench = await openWorkbench(host, { ...target, onLog: printSuiteLine, onExit });
    try {
      return await workbench.watched(() => withLimit(promise));
    } finally {
      await workbench.close();
    }
  } finally {
    await host.stop();
  }
}

function exitCode(): { readonly promise: Promise<number>; readonly onExit: (code: number) => void } {
  const waiting: { resolve?: (code: number) => void } = {};
  const promise = new Promise<number>((resolve) => {
    waiting.resolve = resolve;
  });
  return { promise, onExit: (code) => waiting.resolve?.(code) };
}

function printSuiteLine(text: string): void {
  const line = readHostLine(text);
  if (line !== undefined) console.log(markHostLine(line));
  else if (process.env['VSCODE_TEST_VERBOSE'] !== undefined) console.error(text);
}

async function withLimit<Result>(promise: Promise<Result>): Promise<Result> {
  const limit = new AbortController();
  const timer = delay(LIMIT, undefined, { signal: limit.signal, ref: false }).then(() => {
    throw new Error(`The test suite did not end within ${LIMIT / 1000} s.`);
  });
  try {
    return await Promise.race([promise, timer]);
  } finally {
    timer.catch(() => undefined);
    limit.abort();
  }
}

runSuite(readFlags()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
