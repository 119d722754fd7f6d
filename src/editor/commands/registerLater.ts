import type { CommandId } from '../contributions';
import { remember } from '../service/remember';
import type { CommandDeps } from './deps';

type Handler = Parameters<CommandDeps['register']>[1];

/**
 * Commands whose code is read when one of them is run first: what few people use daily costs nobody's start.
 * @param load gives the function that registers them.
 */
export function registerLater(
  deps: CommandDeps,
  commands: readonly CommandId[],
  load: () => Promise<(deps: CommandDeps) => void>,
): void {
  const handlers = remember(async () => {
    const found = new Map<CommandId, Handler>();
    (await load())({ ...deps, register: (command, handler) => found.set(command, handler) });
    return found;
  });
  for (const command of commands)
    deps.register(command, async (...args) => {
      const handler = (await handlers.get()).get(command);
      if (!handler) throw new Error(`No code of ${command} was loaded.`);
      await handler(...args);
    });
}
