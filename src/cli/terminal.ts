import { isatty } from 'node:tty';
import { visible } from '../core/text/safeText';

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

export const plainPaint: Paint = (_colour, text) => text;

const colourPaint: Paint = (colour, text) => {
  const [on, off] = CODES[colour];
  return text === '' ? text : `\u001b[${on}m${text}\u001b[${off}m`;
};

export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  const { stdout, stderr } = process;
  const lines: string[] = [];
  // `microgoals list | head` ends the reader first; that is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const colours = stdout.isTTY && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return {
    print: (line) => lines.push(line),
    flush() {
      if (lines.length > 0) stdout.write(`${lines.splice(0).join('\n')}\n`);
    },
    warn: (message) => stderr.write(`microgoals: ${visible(message.replaceAll('\n', ' '))}\n`),
    columns: stdout.isTTY ? Math.max(NARROWEST, stdout.columns || 80) : undefined,
    paint: colours ? colourPaint : plainPaint,
    // Not `process.stdin.isTTY`, which opens a stream that nearly no command reads.
    interactive: stdout.isTTY && isatty(0),
  };
}
