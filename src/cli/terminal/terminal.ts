import { fstatSync, writeSync } from 'node:fs';
import { visible, visibleJson } from '../../core/text/safeText';
import { errnoCode } from '../../store/errnoCode';
import { UsageError } from './failure';

/**
 * What is said to a person, on one line. Strings are text alone: whatever would command a terminal is shown as an escape
 * where it is written, and only `paint` gives colour. A list is its parts one after the other.
 */
export type Text = string | Painted | readonly Text[];

interface Painted {
  readonly colour: Colour;
  readonly text: Text;
}

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** The only way out: nothing else writes to standard output and standard error. */
export interface Terminal {
  /** One line on standard output; a trailing line end is added. It is kept back until `flush`: one write costs less than thousands. */
  readonly print: (line: Text) => void;
  /** Several lines, such as Markdown, that are laid out already. */
  readonly printLines: (text: string) => void;
  /** A value for programs. */
  readonly printJson: (value: unknown) => void;
  /** One line on standard error, with our name before it. */
  readonly warn: (message: string) => void;
  /** Asks for one line of text. */
  readonly ask: (question: Text) => Promise<string>;
  /** Before the process ends. */
  readonly flush: () => void;
  /** Width of the window; undefined where output goes to a file or another program. */
  readonly columns: number | undefined;
  /** Whether somebody is there to answer a question. */
  readonly interactive: boolean;
  /** Standard input, for whoever reads all of it; opened when it is asked for. */
  readonly input: AsyncIterable<Uint8Array>;
}

export function paint(colour: Colour, text: Text): Text {
  return { colour, text };
}

/** A template that takes painted text, too. */
export function say(texts: TemplateStringsArray, ...values: readonly (Text | number)[]): Text {
  return texts.flatMap((text, index) => {
    const value = values[index] ?? '';
    return [text, typeof value === 'number' ? String(value) : value];
  });
}

const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};
const NARROWEST = 30;

/** The characters of one line; a line end in a value makes no second one, which could say what we never did. */
export function rendered(text: Text, colours: boolean): string {
  if (typeof text === 'string') return visible(text.replaceAll('\n', ' '));
  if (isList(text)) return text.map((part) => rendered(part, colours)).join('');
  const inner = rendered(text.text, colours);
  if (!colours || inner === '') return inner;
  const [on, off] = CODES[text.colour];
  return `\u001b[${on}m${inner}\u001b[${off}m`;
}

function isList(text: Painted | readonly Text[]): text is readonly Text[] {
  return Array.isArray(text);
}

/** What a terminal is made on: where its output goes, and who is there. */
export interface Device extends Pick<Terminal, 'columns' | 'interactive' | 'input'> {
  readonly colours: boolean;
  /** @param descriptor 1 for standard output, 2 for standard error. */
  readonly write: (descriptor: 1 | 2, text: string) => void;
  /** Shows the question as it is and resolves with the line that is typed. */
  readonly readAnswer: (question: string) => Promise<string>;
}

/** Returns the terminal on a device: the one place that decides what is printed, whatever takes it. */
export function terminalOn(device: Device): Terminal {
  const lines: string[] = [];
  const { colours, columns, write } = device;
  const flush = (): void => {
    if (lines.length > 0) write(1, `${lines.splice(0).join('\n')}\n`);
  };
  return {
    print: (line) => lines.push(rendered(line, colours)),
    printLines: (text) => lines.push(visible(text)),
    printJson: (value) => lines.push(visibleJson(JSON.stringify(value, null, 2))),
    flush,
    warn(message) {
      write(2, `microgoals: ${rendered(message, false)}\n`);
    },
    async ask(question) {
      flush();
      return device.readAnswer(rendered(question, colours));
    },
    columns,
    get interactive() {
      return device.interactive;
    },
    get input() {
      return device.input;
    },
  };
}

/** Returns the terminal of this process. */
export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  // Streams are opened only for somebody who looks: they cost as much as reading a goals file.
  const isSeen = mayBeTerminal(1) && process.stdout.isTTY;
  return terminalOn({
    colours: isSeen && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
    columns: isSeen ? Math.max(NARROWEST, process.stdout.columns || 80) : undefined,
    write: writeAll,
    readAnswer,
    get interactive() {
      return isSeen && mayBeTerminal(0) && process.stdin.isTTY;
    },
    get input() {
      return process.stdin;
    },
  });
}

async function readAnswer(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

function mayBeTerminal(descriptor: number): boolean {
  try {
    return process.platform === 'win32' || fstatSync(descriptor).isCharacterDevice();
  } catch {
    // The shell may have closed it (`microgoals list >&-`).
    return false;
  }
}

function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      // A pipe whose reader is slow, set not to wait by the one who made it.
      if (errnoCode(error) !== 'EAGAIN') {
        leave(error);
        return;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** `microgoals list | head` ends the reader first; that is no error of ours. Nor can anything be said where nobody reads. */
function leave(error: unknown): void {
  const code = errnoCode(error);
  if (code !== 'EPIPE' && code !== 'EBADF' && code !== 'EOF') throw error;
}

/**
 * Asks a question that is answered with y or n.
 * @throws UsageError where nobody is there to answer.
 */
export async function mayGoOn(question: string, { interactive, ask }: Terminal): Promise<boolean> {
  if (!interactive) throw new UsageError('There is no terminal to ask in; --yes does this unasked.');
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `)).trim());
}
