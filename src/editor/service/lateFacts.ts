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

/** What git tells that no reading of the goals waits for. */
export interface LateFacts {
  readonly facts: Pick<GoalSpace, 'branches'> & { readonly provenance: Statements['read'] };
  /** Resolves when all of it is known for what was read last. */
  settled(): Promise<void>;
  /** Git is asked again. */
  forget(): void;
}

/** @param onLate called when something of it is known. */
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

/** Other branches may be many: the goals are shown before they are looked at. */
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

/** Who signed or confirmed is looked up in history once such a record was read; neither its code nor git is needed before. */
function statementsOf(place: LatePlace, log: Log, onLate: () => void): Statements {
  const loaded: { history?: StatementHistory; wanted?: Promise<void>; sources: readonly SourceReading[] } = {
    sources: [],
  };
  const load = async (): Promise<void> => {
    const { StatementHistory } = await import('./statementHistory');
    loaded.history = new StatementHistory(place, log, onLate);
    // What was read before the code was there is looked up at once.
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

/** Goals are shown without what git would not tell; the log says why. */
export async function orNothing<T>(facts: Promise<T>, nothing: T, log: Log): Promise<T> {
  try {
    return await facts;
  } catch (error) {
    log.error('git could not be asked', error);
    return nothing;
  }
}
