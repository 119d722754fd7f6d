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

/** Heals a goals file after a git merge; with `yes`, also one that was changed by hand since. Stages nothing. */
export async function healFile(file: HealedFile, yes: boolean): Promise<Healing> {
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
    return { state: 'unstaged', text: `${name} ${kept}; git add it when you are content.` };
  }
  if (!plan.safe && !yes) {
    return { state: 'offered', text: `${name} was changed since the merge; --yes joins that with both sides.` };
  }
  if (!(await heal(file, examination))) {
    throw new Failure(`${name} has changed meanwhile. Nothing was done; please try again.`);
  }
  return { state: 'healed', text: `${name} now holds what both sides did; git add it when you are content.` };
}

function other(kept: 'ours' | 'theirs'): string {
  return kept === 'ours' ? 'the other side' : 'our side';
}
