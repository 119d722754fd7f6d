import type { ParseError } from 'jsonc-parser';
import { parse as parseTolerant, printParseErrorCode } from 'jsonc-parser';
import type { FileReading } from './fileReading';
import { formatDocument } from './formatDocument';
import type { GoalDocument } from './goalDocument';
import { FORMAT_VERSION } from './goalDocument';
import type { Json, JsonObject } from './json';
import { isObject, member, withoutMember } from './json';
import { depthProblem, isDeeper, MAX_DEPTH } from './depth';
import type { KnownRecords } from './knownRecords';
import { findLosses } from './lossScan';
import type { Problem, ProblemCode } from './problem';
import { isSpacer } from './spacers';
import { positionAt } from './textPosition';

/** Largest size in bytes; larger files are refused before they are read. */
export const MAX_BYTES = 8 * 1024 * 1024;
export const MAX_RECORDS = 100_000;
const MAX_GOALS = 20_000;
/** What every pointer of Git LFS begins with. */
const LFS = 'version https://git-lfs.github.com/spec/';
const LFS_MESSAGE =
  'The file is a pointer of Git LFS; the goals are not in it. "git lfs pull" fetches them. Git cannot merge goals that are in LFS: to take ' +
  'them out, add the line ".microgoals/** !filter !diff !merge" to the end of .gitattributes, then "git add --renormalize .microgoals".';

export interface ParseOptions {
  /** Last text of the same file: saves most of the work if the new one has our layout. Remembers the new one afterwards. */
  readonly known?: KnownRecords | undefined;
  /** True (the default) if the file may be written back; false skips the search for what writing would lose. */
  readonly writtenBack?: boolean;
}

/** Reads a goals file. Never throws and never alters anything: each defect becomes a problem with its place. */
export function parseGoalFile(bytes: Uint8Array, { known, writtenBack = true }: ParseOptions = {}): FileReading {
  if (bytes.byteLength > MAX_BYTES) return tooLarge(bytes.byteLength);
  const { text, problems } = decode(bytes);
  const after = problems.length === 0 ? known?.read(text) : undefined;
  if (after) return readingOf(text, after, limitProblems(after, text));
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return { state: 'broken', text, problems: [...problems, syntaxProblem(text)] };
  }
  const document = documentOf(json);
  if (typeof document === 'string') return broken(text, 'structure', document);
  const depth = isDeeper(json, MAX_DEPTH) && depthProblem(text);
  if (depth) return { state: 'broken', text, problems: [depth] };
  known?.keep(text, document);
  const limits = [...problems, ...limitProblems(document, text)];
  return readingOf(
    text,
    document,
    !writtenBack || isLossless(json, document, text) ? limits : [...limits, ...findLosses(text)],
  );
}

function readingOf(text: string, document: GoalDocument, problems: readonly Problem[]): FileReading {
  return { state: problems.length > 0 ? 'readOnly' : 'ok', text, document, problems };
}

/** Tells whether writing the file would change only white space and the order of keys. */
function isLossless(json: Json, document: GoalDocument, text: string): boolean {
  // For a file that we wrote, without hidden characters, the engine's own text proves it at a fraction of the cost.
  return `${JSON.stringify(json, undefined, 2)}\n` === text || formatDocument(document) === text;
}

/** Returns the reading of a file that is too large to be read at all. */
export function tooLarge(size: number): FileReading {
  return broken('', 'too-large', `The file has ${size} bytes; at most ${MAX_BYTES} are read.`);
}

function broken(text: string, code: ProblemCode, message: string): FileReading {
  return { state: 'broken', text, problems: [{ code, message, line: 1, column: 1 }] };
}

function decode(bytes: Uint8Array): { text: string; problems: Problem[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const place = positionAt(text, Math.max(0, text.indexOf('\ufffd')));
    return { text, problems: [{ code: 'encoding', message: 'The file is not valid UTF-8.', ...place }] };
  }
}

function syntaxProblem(text: string): Problem {
  if (text.startsWith(LFS)) return { code: 'lfs-pointer', message: LFS_MESSAGE, line: 1, column: 1 };
  const marker = markerIn(text);
  if (marker) {
    return {
      code: 'merge-markers',
      message: 'The file holds unresolved merge markers; microgoals resolve joins both sides.',
      ...positionAt(text, marker.index),
    };
  }
  if (text.trim() === '') return { code: 'syntax', message: 'The file is empty.', line: 1, column: 1 };
  // The tolerant parser recurses at each level: a hostile file would exhaust the stack.
  const depth = depthProblem(text);
  if (depth) return depth;
  const errors: ParseError[] = [];
  parseTolerant(text, errors, { disallowComments: true });
  const [first] = errors;
  // JSON.parse is stricter in a few places (control characters in strings): then the place is not known.
  if (!first) return { code: 'syntax', message: 'The file is not valid JSON.', line: 1, column: 1 };
  const what = printParseErrorCode(first.error)
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();
  return { code: 'syntax', message: `The file is not valid JSON: ${what}.`, ...positionAt(text, first.offset) };
}

/** Finds the first merge marker; those shorter than usual count only if there is one of each kind. */
function markerIn(text: string): RegExpExecArray | null {
  const usual = /^(?:<{7,}|>{7,})(?= |\r?$)/m.exec(text);
  return usual ?? (/^>+(?= |\r?$)/m.test(text) ? /^<+(?= |\r?$)/m.exec(text) : null);
}

/** Returns the document, or a sentence that says what is wrong with the structure. */
function documentOf(json: Json): GoalDocument | string {
  if (!isObject(json)) return 'The file must hold one JSON object.';
  if (!isVersion(member(json, 'version'))) return 'The member "version" must be a whole number from 1.';
  const records = member(json, 'records');
  if (!isObject(records)) return 'The member "records" must be an object.';
  return { top: withoutMember(json, 'records'), records: recordsOf(records) };
}

function isVersion(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function recordsOf(records: JsonObject): Map<string, Json> {
  const map = new Map<string, Json>();
  for (const [key, value] of Object.entries(records)) if (!isSpacer(key, value)) map.set(key, value);
  return map;
}

function limitProblems(document: GoalDocument, text: string): Problem[] {
  const problems: Problem[] = [];
  const version = Number(member(document.top, 'version'));
  if (version > FORMAT_VERSION) {
    const place = positionAt(text, Math.max(0, text.indexOf('"version"')));
    const message = `The file has format version ${version}; this version of Micro Goals writes ${FORMAT_VERSION}. Update the extension.`;
    problems.push({ code: 'newer-version', message, ...place });
  }
  const goals = [...document.records.keys()].filter((id) => id.startsWith('g-')).length;
  if (goals > MAX_GOALS || document.records.size > MAX_RECORDS) {
    problems.push({
      code: 'too-large',
      message: `The file holds ${goals} goals; at most ${MAX_GOALS} can be changed.`,
      line: 1,
      column: 1,
    });
  }
  return problems;
}
