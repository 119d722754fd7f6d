import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errnoCode } from './errnoCode';

/** Age (ms) from which a mark counts as left behind if its process cannot be looked up. */
const PATIENCE = 30_000;
const FORM = /^([0-9a-f]{8})-(\d+)-(\d+)-([0-9a-f]{12})$/;

/** Returns a name for this process and one action of it, e.g. `1f0c93aa-4711-88231-5be0c2d1f7a9`: host, process id, start time, random. */
export function newProcessMark(): string {
  return `${ownBeginning()}${randomBytes(6).toString('hex')}`;
}

export function isProcessMark(text: string): boolean {
  return FORM.test(text);
}

/** Tells whether this very process made the mark. */
export function isOwnMark(mark: string): boolean {
  return mark.startsWith(ownBeginning());
}

/** Beginnings of marks by process id; each save needs them several times. */
const OWN = new Map<number, string>();

function ownBeginning(): string {
  const { pid } = process;
  const known = OWN.get(pid) ?? `${hostKey()}-${pid}-${startTime(pid)}-`;
  OWN.set(pid, known);
  return known;
}

/**
 * Tells whether the process that left the mark is gone. This is certain on the same host. For another host, or if a process id may
 * have been reused unnoticed, only age counts: no save lasts that long.
 * @param age milliseconds since the mark was left.
 */
export function isLeftBehind(mark: string, age: number): boolean {
  const match = FORM.exec(mark);
  if (match?.[1] !== hostKey()) return age > PATIENCE;
  const pid = Number(match[2]);
  const started = match[3] ?? '0';
  if (!isRunning(pid)) return true;
  const now = startTime(pid);
  return started === '0' || now === '0' ? age > PATIENCE : now !== started;
}

/** Returns a key of host and process namespace: containers may share a host's name and files, but never its process ids. */
function hostKey(): string {
  return createHash('sha256').update(`${hostname()} ${processNamespace()}`).digest('hex').slice(0, 8);
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoCode(error) !== 'ESRCH';
  }
}

/** Returns a process's start in clock ticks since boot, as text; `0` if unknown, `gone` if it has ended unreaped. */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself contain brackets and blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'gone' : (fields[19] ?? '0');
  } catch {
    return '0';
  }
}
