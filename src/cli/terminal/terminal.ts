import { fstatSync, writeSync } from 'node:fs';
import { visible, visibleJson } from '../../core/text/safeText';
import { errnoCode } from '../../store/errnoCode';
import { UsageError } from './failure';

/**
 * Text for a person, on one line. A string is only text: anything that would command a terminal is shown as an escape when it is
 * written, and only `paint` adds colour. A list stands for its parts in order.
 */
export type Text = string | Painted | readonly Text[];

interface Painted {
  readonly colour: Colour;
  readonly text: Text;
}

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Terminal of a command line: nothing else writes to standard output and standard error. */
export interface Terminal {
  /** Prints one line and its line end on standard output. `flush` writes all lines: one write costs less than thousands. */
  readonly print: (line: Text) => void;
  /** Prints several lines that are laid out already, such as Markdown. */
  readonly printLines: (text: string) => void;
  /** Prints a value for programs. */
  readonly printJson: (value: unknown) => void;
  /** Prints one line on standard error, after our name. */
  readonly warn: (message: string) => void;
  /** Asks for one line of text. */
  readonly ask: (question: Text) => Promise<string>;
  /** Writes the lines that were held back; call it before the process ends. */
  readonly flush: () => void;
  /** Width of the window; undefined if output goes to a file or another program. */
  readonly columns: number | undefined;
  /** True if somebody is there to answer a question. */
  readonly interactive: boolean;
  /** Standard input, to be read to its end; opened when somebody asks for it. */
  readonly input: AsyncIterable<Uint8Array>;
}

export function paint(colour: Colour, text: Text): Text {
  return { colour, text };
}

/** Builds text from a template that may contain painted text. */
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

/** Returns the characters of one line. A line end in a value starts no second line, which could say what we never did. */
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

/** Device behind a terminal: where output goes, and whether somebody is there. */
export interface Device extends Pick<Terminal, 'columns' | 'interactive' | 'input'> {
  readonly colours: boolean;
  /** Writes a text. @param descriptor 1 for standard output, 2 for standard error. */
  readonly write: (descriptor: 1 | 2, text: string) => void;
  /** Shows the question unchanged and resolves with the line that is typed. */
  readonly readAnswer: (question: string) => Promise<string>;
}

/** Returns the terminal on a device; it alone decides what is printed, whatever the device. */
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

export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  // Streams are opened only if somebody looks: opening one costs as much as reading a goals file.
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
      // EAGAIN means a pipe with a slow reader that its creator made non-blocking.
      if (errnoCode(error) !== 'EAGAIN') {
        leave(error);
        return;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

/** Ignores a reader that is gone, as in `microgoals list | head`: that is no error of ours, and nobody reads a message. */
function leave(error: unknown): void {
  const code = errnoCode(error);
  if (code !== 'EPIPE' && code !== 'EBADF' && code !== 'EOF') throw error;
}

/**
 * Asks a question that the person answers with y or n.
 * @throws UsageError if nobody is there to answer.
 */
export async function mayGoOn(question: string, { interactive, ask }: Terminal): Promise<boolean> {
  if (!interactive) throw new UsageError('There is no terminal to ask in; --yes does this unasked.');
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `)).trim());
}
