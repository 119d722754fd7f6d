/** Our part of a hook, as text. Pure functions, so that a proof can show that uninstall takes away exactly what install adds. */

/** Name that every call of our script contains; it also identifies a line that a person added to a manager's settings. */
export const SCRIPT_NAME = 'microgoals/commit-msg.sh';

const OPEN = '# >>> microgoals >>> links commits to goals; taken out by "microgoals hooks uninstall"';
const CLOSE = '# <<< microgoals <<<';
const SHEBANG = '#!/bin/sh\n';
const OWNER = '# This file was made by microgoals and goes with it.\n';

/** Returns one line for a hook manager's settings; silent if the script is gone. `file` is the manager's term for the message file. */
export function callLine(file = '"$1"'): string {
  const find = `microgoals="$(git rev-parse --git-common-dir)/${SCRIPT_NAME}"`;
  return `${find}; [ ! -f "$microgoals" ] || sh "$microgoals" ${file} || :`;
}

/** Block that calls our script. A subshell keeps our settings out of the person's script; `|| :` keeps an outer `set -e` from ending it. */
const BLOCK = [
  OPEN,
  'if microgoals=$(git rev-parse --git-common-dir 2>/dev/null) && [ -f "$microgoals/microgoals/commit-msg.sh" ]; then',
  '  (. "$microgoals/microgoals/commit-msg.sh") || :',
  'fi',
  CLOSE,
].join('\n');

/** Complete hook for a repository that had none. */
export const OWN_HOOK = `${SHEBANG}${OWNER}${BLOCK}\n`;

const KEPT = 'commit-msg.before-microgoals';
const KEPT_NAME = /^# before: (commit-msg\.before-microgoals(?:-(?:[2-9]|[1-9][0-9]+))?)$/m;

/** Returns the first, second, … name for a hook that is kept beside ours. No other name ever counts as one. */
export function keptName(number: number): string {
  return number === 1 ? KEPT : `${KEPT}-${number}`;
}

/** Returns a hook that runs ours, then the previous one, now called `keptName`, whose exit code counts. */
export function wrapperHook(keptName: string): string {
  const kept = `"\${0%/*}/${keptName}"`;
  return `${OWN_HOOK}# before: ${keptName}\nif [ -f ${kept} ] && [ -x ${kept} ]; then\n  exec ${kept} "$@"\nfi\n`;
}

/** Returns the name of the file that a wrapper calls; undefined if the text is not an unchanged wrapper of ours. */
export function wrappedName(text: string): string | undefined {
  const name = KEPT_NAME.exec(text)?.[1];
  return name !== undefined && withCurrentBlock(text) === wrapperHook(name) ? name : undefined;
}

export function isOwnHook(text: string): boolean {
  return withCurrentBlock(text) === OWN_HOOK;
}

export function hasBlock(text: string): boolean {
  return blockRange(text) !== undefined;
}

/** Adds our block right below the first line of a script, where no `exit` or `exec` of the person's own can bypass it. */
export function addBlock(text: string): string {
  if (!text.startsWith('#!')) return `${BLOCK}\n${text}`;
  const end = text.indexOf('\n');
  return end < 0 ? `${text}\n${BLOCK}` : `${text.slice(0, end + 1)}${BLOCK}\n${text.slice(end + 1)}`;
}

/** Removes the block, as the exact inverse of `addBlock`. */
export function removeBlock(text: string): string {
  const range = blockRange(text);
  if (range === undefined) return text;
  const [before, after] = [text.slice(0, range[0]), text.slice(range[1])];
  return after === '' ? before.replace(/\n$/, '') : before + after.replace(/^\n/, '');
}

/** Tells whether the block is exactly the one that this version writes. */
export function hasCurrentBlock(text: string): boolean {
  return hasBlock(text) && withCurrentBlock(text) === text;
}

/** Replaces the block of another version with this version's. */
export function withCurrentBlock(text: string): string {
  const range = blockRange(text);
  return range === undefined ? text : text.slice(0, range[0]) + BLOCK + text.slice(range[1]);
}

/** Tells whether sh can read a block in this script; sh also runs a file whose first line has no `#!`. */
export function isShellScript(text: string): boolean {
  if (text.includes('\0')) return false;
  const first = text.split('\n', 1)[0] ?? '';
  return (
    !first.startsWith('#!') ||
    /^#!\s*(\S*\/)?(env\s+(-S\s+)?)?(\S*\/)?(busybox\s+)?(sh|dash|bash|ash|ksh)(\s|$)/.test(first)
  );
}

function blockRange(text: string): readonly [number, number] | undefined {
  const start = text.indexOf('# >>> microgoals >>>');
  const close = start < 0 ? -1 : text.indexOf(CLOSE, start);
  return close < 0 ? undefined : [start, close + CLOSE.length];
}
