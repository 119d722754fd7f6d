import { fstatSync, writeSync } from 'node:fs';
import { visible } from '../core/text/safeText';
import { errnoCode } from '../store/errnoCode';

export interface Terminal {
  /** One line on standard output; a trailing line end is added. It is kept back until `flush`: one write costs less than thousands. */
  readonly print: (line: string) => void;
  /** One line on standard error, with our name before it. */
  readonly warn: (message: string) => void;
  /** Before the process ends, or somebody else writes to the terminal. */
  readonly flush: () => void;
  /** Width of the window; undefined where output goes to a file or another program. */
  readonly columns: number | undefined;
  readonly paint: Paint;
  /** Whether somebody is there to answer a question. */
  readonly interactive: boolean;
}

export type Colour = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';
export type Paint = (colour: Colour, text: string) => string;

const CODES: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};
const NARROWEST = 30;

const plainPaint: Paint = (_colour, text) => text;

const colourPaint: Paint = (colour, text) => {
  const [on, off] = CODES[colour];
  return text === '' ? text : `\u001b[${on}m${text}\u001b[${off}m`;
};

export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  const lines: string[] = [];
  // Streams are opened only for somebody who looks: they cost as much as reading a goals file.
  const isSeen = mayBeTerminal(1) && process.stdout.isTTY;
  const colours = isSeen && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return {
    print: (line) => lines.push(line),
    flush() {
      if (lines.length > 0) writeAll(1, `${lines.splice(0).join('\n')}\n`);
    },
    warn(message) {
      writeAll(2, `microgoals: ${visible(message.replaceAll('\n', ' '))}\n`);
    },
    columns: isSeen ? Math.max(NARROWEST, process.stdout.columns || 80) : undefined,
    paint: colours ? colourPaint : plainPaint,
    get interactive() {
      return isSeen && mayBeTerminal(0) && process.stdin.isTTY;
    },
  };
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
