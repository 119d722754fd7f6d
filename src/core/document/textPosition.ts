import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { splitPath } from './registerPath';

export interface TextPosition {
  /** Both count from 1; a column is a UTF-16 code unit, as in editors. */
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** Finds where a record, or a register of it, stands in a file's text; the record if the register is not there. */
export function createPositionFinder(text: string): (record: string, path?: string) => TextPosition | undefined {
  const root = parseTree(text);
  return (record, path) => {
    if (!root) return undefined;
    const place = ['records', record];
    const node = (path && findNodeAtLocation(root, [...place, ...splitPath(path)])) || findNodeAtLocation(root, place);
    // The property, key and all, is what a person looks for.
    return node && positionAt(text, node.parent?.offset ?? node.offset);
  };
}
