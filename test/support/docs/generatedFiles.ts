import { readFileSync } from 'node:fs';
import { verbNamed, verbSummaries } from '../../../src/cli/verbTable';
import { localizedTexts } from '../check/localizedTexts';
import { sourceFiles } from '../check/sourceFiles';
import { projectFolder } from '../run/projectFolder';
import { capabilitiesPage } from './capabilities/capabilitiesPage';
import { commandNamesSource, manifestWithCommands, textsWithCommands } from './commandManifest';
import { commandsTable, type CommandsPart, type Texts } from './commandsTable';
import { fillMarked } from './fillMarked';
import { kindsPage } from './kindsPage';
import { kindTexts } from './kindTexts';
import { markdownTable } from './markdownTable';
import { roomsTable } from './roomsTable';
import { settingsTable, type SettingsPart } from './settingsTable';
import { survivalTable } from './survivalTable';

const COMMAND_NAMES = 'src/editor/commandNames.ts';

export interface GeneratedFile {
  /** Relative to the root. */
  readonly name: string;
  /** What stands there; empty where there is no such file. */
  readonly current: string;
  /** What has to stand there. */
  readonly wanted: string;
}

interface Contributed {
  readonly contributes: CommandsPart & { readonly configuration: { readonly properties: SettingsPart } };
}

/** The files of which the tree itself says what stands in them: the tables of the README, the map of the rooms, the bundle of texts to translate. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const manifest = manifestWithCommands(read('package.json'));
  const manifestTexts = textsWithCommands(read('package.nls.json'));
  const { contributes } = JSON.parse(manifest) as Contributed;
  const texts = JSON.parse(manifestTexts) as Texts;
  const parts = {
    settings: settingsTable(contributes.configuration.properties, texts),
    commands: commandsTable(contributes, texts),
    verbs: await verbsTable(),
    survival: survivalTable(),
  };
  const readme = read('README.md');
  const filled = Object.entries(parts).reduce((text, [name, table]) => fillMarked(text, name, table), readme);
  return [
    { name: 'README.md', current: readme, wanted: filled },
    {
      name: 'CONTRIBUTING.md',
      current: read('CONTRIBUTING.md'),
      wanted: fillMarked(read('CONTRIBUTING.md'), 'rooms', roomsTable()),
    },
    {
      name: 'docs/capabilities.md',
      current: read('docs/capabilities.md'),
      wanted: await capabilitiesPage(contributes, texts),
    },
    { name: 'package.json', current: read('package.json'), wanted: manifest },
    { name: 'package.nls.json', current: read('package.nls.json'), wanted: manifestTexts },
    { name: COMMAND_NAMES, current: read(COMMAND_NAMES), wanted: await commandNamesSource() },
    { name: 'docs/kinds.md', current: read('docs/kinds.md'), wanted: kindsPage() },
    { name: 'l10n/bundle.l10n.json', current: read('l10n/bundle.l10n.json'), wanted: englishBundle() },
  ];
}

/** One line for each generated file that is not as it has to be. */
export async function checkGenerated(): Promise<string[]> {
  const outdated = (await generatedFiles()).filter(({ current, wanted }) => current !== wanted);
  return outdated.map(({ name }) => `${name} is not up to date: npm run docs`);
}

/** What `microgoals --help` and `microgoals VERB --help` say first. */
async function verbsTable(): Promise<string> {
  const rows = (await verbSummaries()).map(async ({ name, summary }) => {
    const verb = await verbNamed(name);
    return [`\`microgoals ${verb.usage}\``, summary];
  });
  return markdownTable(['Command line', 'What it does'], await Promise.all(rows));
}

function englishBundle(): string {
  const texts = [...sourceFiles('src').flatMap((file) => localizedTexts(file).texts), ...kindTexts()];
  const sorted = [...new Set(texts)].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), null, 2)}\n`;
}

function read(name: string): string {
  try {
    return readFileSync(projectFolder(name), 'utf8');
  } catch {
    return '';
  }
}
