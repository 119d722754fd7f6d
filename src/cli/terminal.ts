import { visible } from '../core/text/safeText';

export interface Terminal {
  /** One line on standard output; a trailing line end is added. */
  readonly print: (line: string) => void;
  /** One line on standard error, with our name before it. */
  readonly warn: (message: string) => void;
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
  const { stdin, stdout, stderr } = process;
  // `microgoals list | head` ends the reader first; that is no error of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const colours = stdout.isTTY && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return {
    print: (line) => stdout.write(`${line}\n`),
    warn: (message) => stderr.write(`microgoals: ${visible(message.replaceAll('\n', ' '))}\n`),
    columns: stdout.isTTY ? Math.max(NARROWEST, stdout.columns || 80) : undefined,
    paint: colours ? colourPaint : plainPaint,
    interactive: stdin.isTTY && stdout.isTTY,
  };
}
