import type { CommandLine } from '../../support/commandLine';
import { commandLine } from '../../support/commandLine';
import type { TemporaryRepository } from '../../support/gitRepository';
import { temporaryRepository } from '../../support/gitRepository';
import type { TemporaryFolder } from '../../support/temporaryFolder';
import { temporaryFolder } from '../../support/temporaryFolder';

export interface CliFixture extends CommandLine {
  readonly repository: TemporaryRepository;
  readonly data: TemporaryFolder;
  remove(): Promise<void>;
}

/** A repository without commits and the command line in it. @param start `processCommandLine` where processes are what is tested. */
export async function cliFixture(start = commandLine): Promise<CliFixture> {
  const repository = await temporaryRepository();
  const data = await temporaryFolder('data');
  return {
    ...start(repository.path, data.path),
    repository,
    data,
    async remove() {
      await repository.remove();
      await data.remove();
    },
  };
}

/** What others build on, written down once more: a change of shape must be meant. */
export interface ListedGoal {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  readonly owner: string | null;
  readonly helpers: readonly string[];
  readonly due: string | null;
  readonly parent: string | null;
  readonly waitsFor: readonly string[];
  readonly scope: string;
  readonly progress: number;
  readonly commits: number;
}
