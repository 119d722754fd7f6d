import type { Node } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { splitPath } from './registerPath';

export interface TextPosition {
  /** Line and column count from 1; a column is a UTF-16 code unit, as in editors. */
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** Returns a function that finds a record or one of its registers in a file's text; the record if the register is not there. */
export function createPositionFinder(text: string): (record: string, path?: string) => TextPosition | undefined {
  const root = parseTree(text);
  const starts = lineStarts(text);
  const members = createMemberFinder();
  const find = (from: Node | undefined, keys: readonly string[]): Node | undefined =>
    keys.reduce((node, key) => node && members(node).get(key), from);
  return (record, path) => {
    const place = find(root, ['records', record]);
    const node = (path && find(place, splitPath(path))) || place;
    // People look for the whole property, key included.
    return node && positionIn(starts, node.parent?.offset ?? node.offset);
  };
}

/** Returns a function that gives the members of an object by key. It keeps them: a file may have as many problems as members. */
function createMemberFinder(): (node: Node) => ReadonlyMap<string, Node> {
  const known = new Map<Node, ReadonlyMap<string, Node>>();
  return (node) => {
    const members = known.get(node) ?? membersOf(node);
    known.set(node, members);
    return members;
  };
}

function membersOf({ type, children = [] }: Node): ReadonlyMap<string, Node> {
  const members = new Map<string, Node>();
  for (const { children: [key, value] = [] } of type === 'object' ? children : []) {
    const name: unknown = key?.value;
    if (typeof name === 'string' && value && !members.has(name)) members.set(name, value);
  }
  return members;
}

/** Returns the offsets at which lines begin. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function positionIn(starts: readonly number[], offset: number): TextPosition {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}
