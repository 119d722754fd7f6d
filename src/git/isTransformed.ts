import type { Repository } from './repository';

/** Attributes by which git checks out other bytes than it stores; line ends alone change nothing that is said. */
const TRANSFORMING = ['filter', 'ident', 'working-tree-encoding'];

/** True where git checks out other bytes than it stores. @param files absolute paths. @throws GitError */
export async function isTransformed(repository: Repository, files: readonly string[]): Promise<boolean> {
  const output = await repository.git('check-attr', '-z', ...TRANSFORMING, '--', ...files);
  const values = output.split('\0').filter((_, index) => index % 3 === 2);
  return values.some((value) => value !== 'unspecified' && value !== 'unset');
}
