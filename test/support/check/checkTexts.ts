import ts from 'typescript';
import { compareSets } from './compareSets';
import { textsWithin } from './manifest';
import type { SourceFile } from './sourceFiles';

/** File name → key → text. */
export type TextFiles = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** The `%key%` of package.json against package.nls.json and its translations, and the `command:` links in their texts. */
export function checkManifestTexts(manifest: unknown, files: TextFiles, commands: readonly string[]): string[] {
  const used = textsWithin(manifest, () => true).flatMap((text) => /^%(.+)%$/.exec(text)?.slice(1) ?? []);
  return [...files].flatMap(([name, texts]) => [
    ...compareSets('text', used, Object.keys(texts), { left: 'package.json', right: name }),
    ...Object.values(texts)
      .flatMap((text) => text.match(/(?<=command:)microGoals\.\w+/g) ?? [])
      .filter((id) => !commands.includes(id))
      .map((id) => `${name} links to the command ${id}, which does not exist.`),
  ]);
}

/** The texts that the code passes to `l10n.t` against each translation. */
export function checkCodeTexts(sources: readonly SourceFile[], bundles: TextFiles): string[] {
  const used = sources.flatMap(localizedTexts);
  return [...bundles].flatMap(([name, texts]) =>
    compareSets('text', used, Object.keys(texts), { left: 'src', right: name }),
  );
}

function localizedTexts({ name, text }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bl10n\.t$/.test(node.expression.getText())) {
      const first = node.arguments[0];
      const message = first !== undefined && ts.isObjectLiteralExpression(first) ? messageOf(first) : first;
      if (message !== undefined && ts.isStringLiteralLike(message)) found.push(message.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The message of the form `l10n.t({ message, args, comment })`. */
function messageOf(object: ts.ObjectLiteralExpression): ts.Expression | undefined {
  return object.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === 'message')
    ?.initializer;
}
