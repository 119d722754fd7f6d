/** What the checks read of package.json. */
export interface Manifest {
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly configuration?: { readonly properties?: Readonly<Record<string, unknown>> };
    readonly menus?: unknown;
    readonly keybindings?: unknown;
  };
}

export interface ContributedIds {
  readonly commands: readonly string[];
  readonly views: readonly string[];
  readonly settings: readonly string[];
}

export function contributedIds({ contributes = {} }: Manifest): ContributedIds {
  const { commands = [], views = {}, configuration = {} } = contributes;
  return {
    commands: commands.map(({ command }) => command),
    views: Object.values(views).flatMap((list) => list.map(({ id }) => id)),
    settings: Object.keys(configuration.properties ?? {}),
  };
}

/** Every text at any depth whose key is wanted. */
export function textsWithin(value: unknown, isWanted: (key: string) => boolean): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
    typeof entry === 'string' ? (isWanted(key) ? [entry] : []) : textsWithin(entry, isWanted),
  );
}
