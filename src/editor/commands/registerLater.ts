import type { CommandId } from '../contributions';
import { remember } from '../service/remember';
import type { CommandDeps } from './deps';

type Handler = Parameters<CommandDeps['register']>[1];

/**
 * Registers commands whose code is loaded when one of them first runs: rarely used code slows down nobody's start.
 * @param load returns the function that registers them
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
    deps.register(command, async (call) => {
      const handler = (await handlers.get()).get(command);
      if (!handler) throw new Error(`No code of ${command} was loaded.`);
      await handler(call);
    });
}
