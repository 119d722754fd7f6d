import { examine, heal } from '../../app/healing';
import type { HealedFile } from '../../app/mergedFiles';
import { lastGoodCommit } from '../../git/merge/healing';
import { nameInTree } from '../../git/files/pathInTree';
import { Failure } from '../terminal/failure';

export interface Healing {
  /** Result for the file; `offered`: --yes would write it; `stuck`: a person has to mend it. */
  readonly state: 'healthy' | 'unstaged' | 'healed' | 'offered' | 'stuck';
  /** Sentence for the person; empty for a healthy file. */
  readonly text: string;
}

export interface HealingChoice {
  /** True to heal a file that was changed by hand since, too. */
  readonly yes: boolean;
  /** True to stage what is merged. */
  readonly stage: boolean;
}

/** Heals a goals file after a git merge. */
export async function healFile(file: HealedFile, { yes, stage }: HealingChoice): Promise<Healing> {
  const { repository } = file;
  const examination = await examine(file);
  const { plan } = examination;
  const name = nameInTree(repository, file.path);
  if (plan.state === 'healthy') return { state: 'healthy', text: '' };
  if (plan.state === 'stuck') {
    const good = await lastGoodCommit(repository, file.path);
    const hint = good === undefined ? '' : ` The last version that can be read: git show ${good.slice(0, 12)}:${name}`;
    return { state: 'stuck', text: `${name}: ${plan.reason}${hint}` };
  }
  if (plan.state === 'unstaged') {
    const kept = plan.kept === undefined ? 'is merged' : `is kept, though ${other(plan.kept)} deleted it`;
    return { state: 'unstaged', text: `${name} ${kept}; ${await staged(file, stage)}` };
  }
  if (!plan.safe && !yes) {
    return { state: 'offered', text: `${name} was changed since the merge; --yes joins that with both sides.` };
  }
  if (!(await heal(file, examination))) {
    throw new Failure(`${name} has changed meanwhile. Nothing was done; please try again.`);
  }
  return { state: 'healed', text: `${name} now holds what both sides did; ${await staged(file, stage)}` };
}

/** Stages a file if that is wanted. @returns the end of the sentence that says so */
export async function staged({ repository, path }: HealedFile, isWanted: boolean): Promise<string> {
  if (!isWanted) return 'git add it when you are content.';
  await repository.git('add', '--', path);
  return 'it is staged.';
}

function other(kept: 'ours' | 'theirs'): string {
  return kept === 'ours' ? 'the other side' : 'our side';
}
