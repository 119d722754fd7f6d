import { COMMANDS_OF } from './commandNames';

type CommandName = (typeof COMMANDS_OF)[keyof typeof COMMANDS_OF][number];
export type CommandId = `microGoals.${CommandName}`;

/** Ids of the commands, by name. */
export const COMMANDS = Object.fromEntries(
  Object.values(COMMANDS_OF)
    .flat()
    .map((name) => [name, `microGoals.${name}`]),
) as { readonly [Name in CommandName]: `microGoals.${Name}` };

// The other ids that package.json contributes and the code uses. The manifest check compares both, so that none is forgotten.

export const VIEWS = {
  mine: 'microGoals.mine',
  team: 'microGoals.team',
  waiting: 'microGoals.waiting',
} as const;
export type ViewId = (typeof VIEWS)[keyof typeof VIEWS];

export const SETTINGS = {
  email: 'microGoals.email',
  defaultScope: 'microGoals.defaultScope',
  personalFile: 'microGoals.personalFile',
  cleanTree: 'microGoals.cleanTree',
  badge: 'microGoals.badge',
  integrationBranches: 'microGoals.integrationBranches',
} as const;

export const CONTEXT_KEYS = {
  mineState: 'microGoals.mineState',
  teamState: 'microGoals.teamState',
  hasRepository: 'microGoals.hasRepository',
  canUndo: 'microGoals.canUndo',
  canRedo: 'microGoals.canRedo',
  hasUnshared: 'microGoals.hasUnshared',
  unsaved: 'microGoals.unsaved',
  thisBranch: 'microGoals.thisBranch',
  hasWaiting: 'microGoals.hasWaiting',
} as const;
export type ContextKey = (typeof CONTEXT_KEYS)[keyof typeof CONTEXT_KEYS];
