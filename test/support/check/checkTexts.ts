import { compareSets } from './compareSets';
import { localizedTexts } from './localizedTexts';
import { textsWithin } from './manifest';
import type { SourceFile } from './sourceFiles';

/** File name → key → text. */
export type TextFiles = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** The `%key%` of package.json against package.nls.json and its translations, and the `command:` links in their texts. */
export function checkManifestTexts(manifest: unknown, files: TextFiles, commands: readonly string[]): string[] {
  const used = textsWithin(manifest, () => true).flatMap((text) => /^%(.+)%$/.exec(text)?.slice(1) ?? []);
  const english = files.get('package.nls.json') ?? {};
  return [...files].flatMap(([name, texts]) => [
    ...compareSets('text', used, Object.keys(texts), { left: 'package.json', right: name }),
    ...Object.values(texts)
      .flatMap((text) => text.match(/(?<=command:)microGoals\.\w+/g) ?? [])
      .filter((id) => !commands.includes(id))
      .map((id) => `${name} links to the command ${id}, which does not exist.`),
    ...Object.entries(texts).flatMap(([key, text]) => checkMarks(name, english[key] ?? text, text)),
  ]);
}

/** The texts that the code passes to `l10n.t`, and those that declarations hold, against the bundle and each translation. */
export function checkCodeTexts(
  sources: readonly SourceFile[],
  bundles: TextFiles,
  declared: readonly string[] = [],
): string[] {
  const found = sources.map(localizedTexts);
  const used = [...declared, ...found.flatMap(({ texts }) => texts)];
  return [
    ...found.flatMap(({ problems }) => problems),
    ...[...bundles].flatMap(([name, texts]) => [
      ...compareSets('text', used, Object.keys(texts), { left: 'src', right: name }),
      ...Object.entries(texts).flatMap(([key, text]) => checkMarks(name, key, text)),
    ]),
  ];
}

/** What the program reads in a text: places to fill, icons, links to commands. A translation may move them, not lose them. */
const MARKS = /\{\d\}|\$\([\w-]+\)|\(command:[\w.]+\)/g;

function checkMarks(name: string, english: string, translated: string): string[] {
  const marks = (text: string): string => [...(text.match(MARKS) ?? [])].sort().join(' ');
  if (marks(english) === marks(translated)) return [];
  return [`${name}: "${translated}" has to hold ${marks(english) || 'no marks'}, as "${english}" does.`];
}
