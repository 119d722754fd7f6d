import ts from 'typescript';
import type { SourceFile } from './sourceFiles';

export interface LocalizedTexts {
  /** English, in the order they stand; they are the keys of the bundles. */
  readonly texts: readonly string[];
  /** Calls whose text is put together while the program runs: no bundle can hold it. */
  readonly problems: readonly string[];
}

/** What a source file passes to `l10n.t`, or to the `t` that it took from `vscode.l10n` or, where it knows no editor, as a `Say`. */
export function localizedTexts({ name, text }: SourceFile): LocalizedTexts {
  const texts: string[] = [];
  const problems: string[] = [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const translator = /\bconst \{ t \} = vscode\.l10n;|\bt: Say\b/.test(text) ? /^t$|\bl10n\.t$/ : /\bl10n\.t$/;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && translator.test(node.expression.getText())) {
      const message = messageOf(node.arguments[0]);
      if (message !== undefined && ts.isStringLiteralLike(message)) texts.push(message.text);
      else problems.push(`${name}:${lineOf(source, node)}: the text of l10n.t is no literal.`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { texts, problems };
}

/** The text itself, or the message of the form `l10n.t({ message, args, comment })`. */
function messageOf(first: ts.Expression | undefined): ts.Expression | undefined {
  if (first === undefined || !ts.isObjectLiteralExpression(first)) return first;
  const properties = first.properties.filter(ts.isPropertyAssignment);
  return properties.find((property) => property.name.getText() === 'message')?.initializer;
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
