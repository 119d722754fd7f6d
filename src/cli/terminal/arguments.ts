import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { UsageError } from './failure';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

export type Parsed<O extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

/**
 * Parses the options and words of a verb. A word that begins with a dash but cannot be the name of an option, such as `-3` or
 * `- a list`, is a value or a word like any other.
 * @throws UsageError in words for a person.
 */
export function parseArguments<const O extends OptionsConfig>(
  args: readonly string[],
  options: O,
): Pick<Parsed<O>, 'values' | 'positionals'> {
  try {
    const parsed = parseArgs({ args: args.map(shield), options, allowPositionals: true });
    const values: Record<string, unknown> = parsed.values;
    for (const [name, value] of Object.entries(values))
      values[name] = Array.isArray(value) ? value.map(bare) : bare(value);
    return { values: parsed.values, positionals: parsed.positionals.map(bare) };
  } catch (error) {
    throw new UsageError(withoutValue(error) ?? firstSentence(error));
  }
}

/** Character that no argument of a process can contain: the parser takes a word that begins with it for no option. */
const SHIELD = '\0';
const OPTION = /^--?[A-Za-z][\w-]*(?:=.*)?$/s;

function shield(arg: string): string {
  return arg.startsWith('-') && arg !== '-' && arg !== '--' && !OPTION.test(arg) ? `${SHIELD}${arg}` : arg;
}

function bare<T>(value: T): T | string {
  return typeof value === 'string' && value.startsWith(SHIELD) ? value.slice(1) : value;
}

/** Returns the words for an option that is followed by another one instead of its value. */
function withoutValue(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : '';
  const [, option] = /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument (?:is ambiguous|missing)/.exec(text) ?? [];
  return option && `${option} needs a value; one that looks like an option is written ${option}=-…`;
}

/** Cuts off the rest of Node's message, which is advice for programmers. */
function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [sentence = text] = text.replaceAll('\n', ' ').split(/\.(?:\s|$)/, 1);
  return `${sentence.replaceAll("'", '')}.`;
}

/** Returns the only word. @throws UsageError unless there is exactly one. */
export function oneWord(words: readonly string[], what: string): string {
  const [word, more] = words;
  if (word === undefined) throw new UsageError(`Say which one: ${what} is missing.`);
  if (more !== undefined) throw new UsageError(`One ${what} is enough; "${more}" is one too many.`);
  return word;
}

/** Checks that there are no words. @throws UsageError if there are any. */
export function noWords(words: readonly string[]): void {
  if (words[0] !== undefined) throw new UsageError(`"${words[0]}" is not expected here.`);
}

/** Returns the flag that is given, if any. @throws UsageError if more than one of these flags is given. */
export function atMostOne<K extends string>(values: Partial<Record<K, unknown>>, ...names: K[]): K | undefined {
  const given = names.filter((name) => values[name] === true);
  if (given.length > 1) throw new UsageError(`Use only one of ${given.map((name) => `--${name}`).join(' and ')}.`);
  return given[0];
}
