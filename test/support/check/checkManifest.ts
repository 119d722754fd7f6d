import { compareSets } from './compareSets';
import { contributedIds, textsWithin, type Manifest } from './manifest';

/** The tables of src/editor/contributions.ts. */
export interface Contributions {
  readonly COMMANDS: Readonly<Record<string, string>>;
  readonly VIEWS: Readonly<Record<string, string>>;
  readonly SETTINGS: Readonly<Record<string, string>>;
  readonly CONTEXT_KEYS: Readonly<Record<string, string>>;
}

const TABLES = ['COMMANDS', 'VIEWS', 'SETTINGS', 'CONTEXT_KEYS'] as const;

/** One line for each place where package.json and contributions.ts disagree. */
export function checkManifest(manifest: Manifest, contributions: Contributions): string[] {
  const ids = contributedIds(manifest);
  const where = { left: 'package.json', right: 'contributions.ts' };
  return [
    ...compareSets('command', ids.commands, Object.values(contributions.COMMANDS), where),
    ...compareSets('view', ids.views, Object.values(contributions.VIEWS), where),
    ...compareSets('setting', ids.settings, Object.values(contributions.SETTINGS), where),
    ...compareSets('context key', contextKeys(manifest, ids), Object.values(contributions.CONTEXT_KEYS), where),
    ...unknownCommands(manifest, new Set(ids.commands)),
  ];
}

/** One line for each entry of the tables that no source file uses by its name, like `COMMANDS.addGoal`. */
export function checkUse(contributions: Contributions, sourceText: string): string[] {
  return TABLES.flatMap((table) =>
    Object.keys(contributions[table])
      .filter((key) => !new RegExp(`\\b${table}\\.${key}\\b`).test(sourceText))
      .map((key) => `Nothing in src uses ${table}.${key}.`),
  );
}

function conditions(manifest: Manifest): string[] {
  return textsWithin(manifest.contributes, (key) => key === 'when' || key === 'enablement');
}

/** Our names in `when` clauses that are neither a view nor `config.` and a setting. */
function contextKeys(manifest: Manifest, { views }: { readonly views: readonly string[] }): string[] {
  return conditions(manifest)
    .flatMap((text) => text.match(/(?:config\.)?\bmicroGoals\.\w+/g) ?? [])
    .filter((name) => !name.startsWith('config.') && !views.includes(name));
}

function unknownCommands(manifest: Manifest, known: ReadonlySet<string>): string[] {
  const { menus, keybindings } = manifest.contributes ?? {};
  return textsWithin([menus, keybindings], (key) => key === 'command')
    .filter((id) => id.startsWith('microGoals.') && !known.has(id))
    .map((id) => `package.json puts ${id} into a menu or on a key, but does not contribute that command.`);
}
