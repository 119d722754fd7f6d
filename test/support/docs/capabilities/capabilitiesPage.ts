import { readFileSync } from 'node:fs';
import { verbNamed } from '../../../../src/cli/verbTable';
import { actionsOfKind } from '../../../../src/cli/kinds/kindActions';
import { kindNamed } from '../../../../src/core/model/kinds';
import { projectFolder } from '../../run/projectFolder';
import type { CommandsPart, Texts } from '../commandsTable';
import { resolveText, runsCommand, shownKey } from '../commandsTable';
import { markdownTable } from '../markdownTable';
import type { Capability, Proof } from './capability';
import { exchangeCapabilities } from './exchangeCapabilities';
import { goalCapabilities } from './goalCapabilities';
import { pactCapabilities } from './pactCapabilities';
import { teamCapabilities } from './teamCapabilities';

const CAPABILITIES: readonly Capability[] = [
  ...goalCapabilities,
  ...pactCapabilities,
  ...teamCapabilities,
  ...exchangeCapabilities,
];

/**
 * Each capability with the click or key, the verb and the test that proves it.
 * @throws Error for a command, verb or test that does not exist, so that no line of the page can be untrue unseen.
 */
export async function capabilitiesPage(part: CommandsPart, texts: Texts): Promise<string> {
  const rows = CAPABILITIES.map(async ({ number, name, editor = [], verbs = [], proof, missing }) => [
    String(number),
    name,
    editor.map((each) => editorWords(each, part, texts)).join('; '),
    (await Promise.all(verbs.map(verbWords))).join(', '),
    proof === undefined ? '' : proofWords(proof),
    missing ?? (proof === undefined ? 'Not built yet.' : ''),
  ]);
  const built = CAPABILITIES.filter(({ proof, missing }) => proof !== undefined && missing === undefined).length;
  return `# What it can do

Made by \`npm run docs\`: what goal-setting methods ask for, row by row, with the click or key, the command line and the test that
proves it. ${built} of ${CAPABILITIES.length} rows are built whole; the last column says what the others lack.

${markdownTable(['', 'Capability', 'In the editor', 'Command line', 'Proved by', 'Not there yet'], await Promise.all(rows))}
`;
}

function editorWords(word: string, { commands, keybindings }: CommandsPart, texts: Texts): string {
  if (!word.startsWith('microGoals.')) return word;
  const command = commands.find((each) => each.command === word);
  if (!command) throw new Error(`There is no command ${word}.`);
  const binding = keybindings.find((each) => runsCommand(each, word));
  const title = `*${resolveText(command.title, texts)}*`;
  return binding === undefined ? title : `${title} (${shownKey(binding.key, undefined)})`;
}

async function verbWords(words: string): Promise<string> {
  const [name = '', action] = words.split(' ');
  await verbNamed(name);
  const kind = kindNamed(name);
  const actions = ['add', 'list', 'show', 'edit', 'rm', ...(kind ? Object.keys(actionsOfKind(kind)) : [])];
  if (kind && action !== undefined && !actions.includes(action)) throw new Error(`There is no verb ${words}.`);
  return `\`${words}\``;
}

function proofWords({ file, title }: Proof): string {
  const text = readFileSync(projectFolder(`test/${file}`), 'utf8').replaceAll("\\'", "'");
  if (!text.includes(title)) throw new Error(`test/${file} has no test "${title}".`);
  return `\`${file}\`: ${title}`;
}
