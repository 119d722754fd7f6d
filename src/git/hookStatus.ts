import path from 'node:path';
import script from '../hooks/commit-msg.sh';
import { hasBlock, SCRIPT_NAME } from './hookBlock';
import { liveHooksFolder, manualStep, readHook, scriptFile } from './hookInstaller';
import { findHookManager } from './hookManagers';
import type { Repository } from './repository';

export interface HookFinding {
  readonly level: 'ok' | 'warn';
  /** One sentence for a person. */
  readonly text: string;
  /** What to do about it. */
  readonly fix?: string;
}

export interface HookStatus {
  /** A commit made now would go through our script. */
  readonly installed: boolean;
  readonly findings: readonly HookFinding[];
}

const INSTALL = 'Run "microgoals hooks install".';

/** What is installed, what shadows it, and how to mend it. Changes nothing. */
export async function hookStatus(repository: Repository): Promise<HookStatus> {
  const folder = await liveHooksFolder(repository);
  const findings = [
    await scriptFinding(repository),
    (await managedFinding(repository, folder)) ?? (await hookFinding(folder)),
    ...(await shadowFindings(repository, folder)),
  ];
  return { installed: findings.slice(0, 2).every((finding) => finding.level === 'ok'), findings };
}

async function scriptFinding(repository: Repository): Promise<HookFinding> {
  const file = scriptFile(repository);
  const found = await readHook(file);
  if (found === undefined) return { level: 'warn', text: `The script ${file} is not there.`, fix: INSTALL };
  if (found.text === script) return { level: 'ok', text: `The script ${file} is there.` };
  return { level: 'ok', text: `The script ${file} is of another version.`, fix: `${INSTALL} It brings it up to date.` };
}

async function managedFinding(repository: Repository, folder: string): Promise<HookFinding | undefined> {
  const step = await manualStep(repository, folder);
  if (step === undefined) return undefined;
  const manager = await findHookManager(folder, repository.root);
  if (!step.done) {
    return { level: 'warn', text: `Hooks here belong to ${step.owner}.`, fix: `Add to ${step.file}:\n${step.lines}` };
  }
  if (manager?.added && !manager.live) {
    return {
      level: 'warn',
      text: `${manager.name} has not installed its commit-msg hook.`,
      fix: `Run "${manager.activate}".`,
    };
  }
  return { level: 'ok', text: `Hooks here belong to ${step.owner}; the line for microgoals is there.` };
}

async function hookFinding(folder: string): Promise<HookFinding> {
  const file = path.join(folder, 'commit-msg');
  const hook = await readHook(file);
  if (hook === undefined || !hook.text.includes(SCRIPT_NAME)) {
    const text = hook === undefined ? `There is no hook ${file}.` : `The hook ${file} does not call microgoals.`;
    return { level: 'warn', text, fix: INSTALL };
  }
  if ((hook.mode & 0o111) === 0 && process.platform !== 'win32') {
    return { level: 'warn', text: `git ignores ${file}: it is not executable.`, fix: `Run chmod +x on it.` };
  }
  return { level: 'ok', text: `The hook ${file} calls it.` };
}

/** Hooks of ours that git does not run. */
async function shadowFindings(repository: Repository, folder: string): Promise<HookFinding[]> {
  const standard = path.join(repository.commonDir, 'hooks');
  const findings: HookFinding[] = [];
  if (standard !== folder && hasBlock((await readHook(path.join(standard, 'commit-msg')))?.text ?? '')) {
    const text = `git does not run ${path.join(standard, 'commit-msg')}: core.hooksPath names ${folder}.`;
    findings.push({ level: 'warn', text, fix: `${INSTALL} It says what to add where.` });
  }
  if (hasBlock((await readHook(path.join(folder, 'commit-msg.old')))?.text ?? '')) {
    const text = `Another tool moved our hook aside, to ${path.join(folder, 'commit-msg.old')}.`;
    findings.push({ level: 'warn', text, fix: INSTALL });
  }
  return findings;
}
