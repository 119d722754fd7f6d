import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { countWalks } from './countWalks';

/** Steps by what takes them: a function of our sources, or a built-in that walks what it is called on. */
export type Steps = ReadonlyMap<string, number>;

/**
 * Counts what a piece of work does, so that two sizes of it can be compared without a clock: how often each function of our sources is
 * entered and each of its loops goes round, and how far built-ins walk. The product knows nothing of it: the built file is read, counting is put into
 * that text, and what it exports is what the text so made exports.
 */
export class StepCounter<T> {
  readonly work: T;
  readonly #keys: string[] = [];
  readonly #counts: number[] = [];

  /** @param bundle the built file; its comments say where each source begins. */
  constructor(bundle: string) {
    const module: { exports: unknown } = { exports: {} };
    const names = ['module', 'exports', 'require', '__filename', 'countStep'];
    const text = countingText(readFileSync(bundle, 'utf8'), this.#keys);
    const run = compileFunction(text, names, { filename: bundle }) as (...args: unknown[]) => void;
    const counts = this.#counts;
    const countStep = (key: number): void => {
      counts[key] = (counts[key] ?? 0) + 1;
    };
    run(module, module.exports, createRequire(bundle), bundle, countStep);
    this.work = module.exports as T;
  }

  count(work: (exported: T) => void): Steps {
    this.#counts.fill(0);
    const walks = countWalks(() => {
      work(this.work);
    });
    const steps = new Map(walks);
    for (const [index, key] of this.#keys.entries()) steps.set(key, (steps.get(key) ?? 0) + (this.#counts[index] ?? 0));
    return steps;
  }
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The text with a call of `countStep` wherever a function of our sources begins or a loop of it goes round; `keys` gets what each counts. */
function countingText(text: string, keys: string[]): string {
  const file = ts.createSourceFile('bundle.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const insertions: Insertion[] = [];
  const visit = (node: ts.Node, within: string): void => {
    const name = ts.isFunctionLike(node) ? (nameOf(node, file) ?? within) : within;
    const source = sourceAt(node.getStart(file));
    const body = bodyOf(node);
    if (body && source !== undefined) insertions.push(...counted(body, keys.push(`${source} ${name}`) - 1, file));
    ts.forEachChild(node, (child) => {
      visit(child, name);
    });
  };
  const sources = sourcesIn(text);
  const sourceAt = (place: number): string | undefined => {
    const source = sources.findLast(({ start }) => start <= place)?.name;
    return source?.startsWith('src/') === true ? source : undefined;
  };
  visit(file, '');
  return inserted(text, insertions);
}

function sourcesIn(text: string): readonly { readonly name: string; readonly start: number }[] {
  return Array.from(text.matchAll(/^ *\/\/ (\S+\.[jt]s)$/gm), ({ 1: name = '', index: start }) => ({ name, start }));
}

function nameOf(node: ts.SignatureDeclaration, file: ts.SourceFile): string | undefined {
  const { name, parent } = node as { readonly name?: ts.Node; readonly parent?: ts.Node };
  if (name) return name.getText(file);
  return parent && ts.isVariableDeclaration(parent) ? parent.name.getText(file) : undefined;
}

/** What is run anew each time: the body of a function or loop. */
function bodyOf(node: ts.Node): ts.Node | undefined {
  if (ts.isIterationStatement(node, false)) return node.statement;
  return ts.isFunctionLike(node) ? (node as { readonly body?: ts.Node }).body : undefined;
}

function counted(body: ts.Node, key: number, file: ts.SourceFile): Insertion[] {
  const call = `countStep(${key})`;
  const [start, end] = [body.getStart(file), body.getEnd()];
  if (ts.isBlock(body)) return [{ at: start + 1, text: `${call};` }];
  const [before, after] = ts.isStatement(body) ? [`{${call};`, '}'] : [`(${call},`, ')'];
  return [
    { at: start, text: before },
    { at: end, text: after },
  ];
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let done = 0;
  // Of two at one place the outer one was found first; what ends there ends the inner one first.
  for (const { at, text: each } of insertions.map((insertion, index) => ({ ...insertion, index })).sort(byPosition)) {
    parts.push(text.slice(done, at), each);
    done = at;
  }
  return [...parts, text.slice(done)].join('');
}

function byPosition(a: Insertion & { readonly index: number }, b: Insertion & { readonly index: number }): number {
  return a.at - b.at || a.index - b.index;
}
