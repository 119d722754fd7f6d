import { stat } from 'node:fs/promises';
import path from 'node:path';
import script from '../../hooks/commit-msg.sh';
import { hasBlock, SCRIPT_NAME } from './hookBlock';
import { liveHooksFolder, manualStep, scriptFile } from './hookInstaller';
import { findHookManager, textOf } from './hookManagers';
import type { HooksFolder } from './hooksFolder';
import { judgeHooksFolder } from './hooksFolder';
import { hooksOff } from './hooksOff';
import { readHook } from './readHook';
import type { Say } from '../../core/text/fillText';
import { fillText } from '../../core/text/fillText';
import type { Repository } from '../run/repository';

export interface HookFinding {
  /** `off`: somebody chose so. */
  readonly level: 'ok' | 'warn' | 'off';
  /** Finding in one sentence, for a person. */
  readonly text: string;
  /** Step that mends it. */
  readonly fix?: string;
}

export interface HookStatus {
  /** True if a commit made now would go through our script. */
  readonly installed: boolean;
  readonly findings: readonly HookFinding[];
}

/** Returns which parts of the hook are installed, what shadows them and how to mend it, in the words of `t`. Changes nothing. */
export async function hookStatus(repository: Repository, t: Say = fillText): Promise<HookStatus> {
  const place = await liveHooksFolder(repository);
  const off = (await manualStep(repository, place, t))?.done ? undefined : await hooksOff(repository, place, t);
  if (off) return { installed: false, findings: [{ level: 'off', ...off }] };
  const findings = [
    await scriptFinding(repository, t),
    (await managedFinding(repository, place, t)) ?? (await hookFinding(place.folder, t)),
    ...(await shadowFindings(repository, place, t)),
  ];
  return { installed: findings.slice(0, 2).every((finding) => finding.level === 'ok'), findings };
}

async function scriptFinding(repository: Repository, t: Say): Promise<HookFinding> {
  const file = scriptFile(repository);
  const found = await readHook(file);
  if (found === undefined) return { level: 'warn', text: t('The script {0} is not there.', file), fix: installFix(t) };
  if (found.text === script) return { level: 'ok', text: t('The script {0} is there.', file) };
  return { level: 'ok', text: t('The script {0} is of another version.', file), fix: updateFix(t) };
}

export function installFix(t: Say): string {
  return t('Run "microgoals hooks install".');
}

export function updateFix(t: Say): string {
  return t('Run "microgoals hooks install". It brings it up to date.');
}

async function managedFinding(repository: Repository, place: HooksFolder, t: Say): Promise<HookFinding | undefined> {
  const step = await manualStep(repository, place, t);
  if (step === undefined) return undefined;
  const manager = await findHookManager(place.folder, repository.root);
  if (!step.done) {
    const fix = t('Add to {0}:', step.file);
    return { level: 'warn', text: t('Hooks here belong to {0}.', step.owner), fix: `${fix}\n${step.lines}` };
  }
  if (manager?.added && !manager.live) {
    return {
      level: 'warn',
      text: t('{0} has not installed its commit-msg hook.', manager.name),
      fix: t('Run "{0}".', manager.activate),
    };
  }
  const mode = manager ? undefined : (await stat(step.file).catch(() => undefined))?.mode;
  const isHook = mode !== undefined && (await textOf(step.file)).includes(SCRIPT_NAME);
  if (isHook && isIgnored(mode)) return ignoredFinding(step.file, t);
  return { level: 'ok', text: t('Hooks here belong to {0}; the line for microgoals is there.', step.owner) };
}

async function hookFinding(folder: string, t: Say): Promise<HookFinding> {
  const file = path.join(folder, 'commit-msg');
  const hook = await readHook(file);
  if (hook === undefined || !hook.text.includes(SCRIPT_NAME)) {
    const text =
      hook === undefined ? t('There is no hook {0}.', file) : t('The hook {0} does not call microgoals.', file);
    return { level: 'warn', text, fix: installFix(t) };
  }
  if (isIgnored(hook.mode)) return ignoredFinding(file, t);
  return { level: 'ok', text: t('The hook {0} calls it.', file) };
}

function isIgnored(mode: number): boolean {
  return (mode & 0o111) === 0 && process.platform !== 'win32';
}

function ignoredFinding(file: string, t: Say): HookFinding {
  return { level: 'warn', text: t('git ignores {0}: it is not executable.', file), fix: t('Run chmod +x on it.') };
}

/** Returns findings about hooks of ours that git does not run. */
async function shadowFindings(repository: Repository, { folder, real }: HooksFolder, t: Say): Promise<HookFinding[]> {
  const standard = path.join(repository.commonDir, 'hooks');
  const isLive = (await judgeHooksFolder(repository, standard)).real === real;
  const findings: HookFinding[] = [];
  if (!isLive && hasBlock((await readHook(path.join(standard, 'commit-msg')))?.text ?? '')) {
    const text = t('git does not run {0}: core.hooksPath names {1}.', path.join(standard, 'commit-msg'), folder);
    findings.push({ level: 'warn', text, fix: t('Run "microgoals hooks install". It says what to add where.') });
  }
  if (hasBlock((await readHook(path.join(folder, 'commit-msg.old')))?.text ?? '')) {
    const text = t('Another tool moved our hook aside, to {0}.', path.join(folder, 'commit-msg.old'));
    findings.push({ level: 'warn', text, fix: installFix(t) });
  }
  return findings;
}
