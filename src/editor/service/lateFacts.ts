import { branchFiles } from '../../app/placeFacts';
import { documentIn } from '../../core/document/fileReading';
import type { GoalSpace } from '../../core/space/goalSpace';
import type { BranchFacts } from '../../core/snapshot/branchFacts';
import type { Log } from '../../core/ports/ports';
import type { Snapshot, SourceReading } from '../../core/snapshot/snapshot';
import { isStatementId } from '../../core/snapshot/statements';
import type { InBackground } from './inBackground';
import { inBackground } from './inBackground';
import { remember } from './remember';
import type { LatePlace, StatementHistory } from './statementHistory';

/** Facts from git that no reading of the goals waits for. */
export interface LateFacts {
  readonly facts: Pick<GoalSpace, 'branches'> & { readonly provenance: Statements['read'] };
  /** Resolves when all facts are known for the last reading. */
  settled(): Promise<void>;
  /** Makes the next reading ask git again. */
  forget(): void;
}

/** Returns the late facts of a place. @param onLate called when one of them becomes known */
export function lateFacts(place: LatePlace, log: Log, onLate: () => void): LateFacts {
  const branches = branchesOf(place, log, onLate);
  const statements = statementsOf(place, log, onLate);
  return {
    facts: { branches: { read: () => branches.get() }, provenance: statements.read },
    async settled() {
      await branches.settled();
      await statements.settled();
    },
    forget() {
      branches.forget();
      statements.forget();
    },
  };
}

/** Returns the facts about other branches. There may be many, so the goals are shown before git looks at them. */
function branchesOf(place: LatePlace, log: Log, onLate: () => void): InBackground<BranchFacts> {
  const files = remember(() => branchFiles(place));
  const read = async (): Promise<BranchFacts | undefined> => (await files.get())?.read();
  return inBackground(() => orNothing(read(), undefined, log), onLate);
}

interface Statements {
  readonly read: (sources: readonly SourceReading[]) => Snapshot['provenance'] | undefined;
  settled(): Promise<void>;
  forget(): void;
}

/** Returns the lookup of who signed or confirmed. It loads its code and asks git only once such a record has been read. */
function statementsOf(place: LatePlace, log: Log, onLate: () => void): Statements {
  const loaded: { history?: StatementHistory; wanted?: Promise<void>; sources: readonly SourceReading[] } = {
    sources: [],
  };
  const load = async (): Promise<void> => {
    const { StatementHistory } = await import('./statementHistory');
    loaded.history = new StatementHistory(place, log, onLate);
    // Look up at once what was read before the code was loaded.
    loaded.history.read(loaded.sources);
  };
  return {
    read(sources) {
      if (!place.repository || !sources.some(hasStatements)) return undefined;
      loaded.sources = sources;
      loaded.wanted ??= orNothing(load(), undefined, log);
      return loaded.history?.read(sources);
    },
    async settled() {
      await loaded.wanted;
      await loaded.history?.settled();
    },
    forget: () => loaded.history?.forget(),
  };
}

function hasStatements({ scope, reading }: SourceReading): boolean {
  const records = scope === 'team' ? documentIn(reading)?.records.keys() : undefined;
  return [...(records ?? [])].some(isStatementId);
}

/** Returns the facts, or `nothing` if git fails: the goals are shown without them, and the log says why. */
export async function orNothing<T>(facts: Promise<T>, nothing: T, log: Log): Promise<T> {
  try {
    return await facts;
  } catch (error) {
    log.error('git could not be asked', error);
    return nothing;
  }
}
