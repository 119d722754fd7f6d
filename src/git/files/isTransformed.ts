import { readRegularFile } from '../../store/readRegularFile';
import type { Repository } from '../run/repository';

/** Attributes by which git may check out other bytes than it stores; line ends alone do not change the meaning. */
const ATTRIBUTES = ['filter', 'ident', 'working-tree-encoding'] as const;

/** Tells whether git checks out other bytes than it stores. @param files absolute paths. @throws GitError */
export async function isTransformed(repository: Repository, files: readonly string[]): Promise<boolean> {
  const output = await repository.git('check-attr', '-z', ...ATTRIBUTES, '--', ...files);
  const fields = output.split('\0');
  const set = files.flatMap((file, index) =>
    ATTRIBUTES.flatMap((attribute, place) => {
      const value = fields[(index * ATTRIBUTES.length + place) * 3 + 2] ?? 'unspecified';
      return value === 'unspecified' || value === 'unset' ? [] : [{ file, attribute, value }];
    }),
  );
  const effects = await Promise.all(set.map((each) => hasEffect(each, repository)));
  return effects.includes(true);
}

/** Attribute that a file has. */
interface SetAttribute {
  readonly file: string;
  readonly attribute: (typeof ATTRIBUTES)[number];
  readonly value: string;
}

async function hasEffect({ file, attribute, value }: SetAttribute, repository: Repository): Promise<boolean> {
  switch (attribute) {
    case 'filter':
      return isFilter(value, repository);
    case 'ident':
      // Whatever git adds to the keyword, the keyword itself stays.
      return readRegularFile(file).then(
        (found) => found.state === 'file' && found.bytes.includes('$Id'),
        () => false,
      );
    case 'working-tree-encoding':
      return !/^utf-?8$/i.test(value);
  }
}

/** Tells whether this clone has the filter. */
async function isFilter(name: string, repository: Repository): Promise<boolean> {
  const settings = await repository.git('config', '-z', '--list', '--name-only');
  const parts = ['clean', 'smudge', 'process'].map((part) => `filter.${name}.${part}`);
  return settings.split('\0').some((setting) => parts.includes(setting));
}
