import path from 'node:path';
import { joinCopy } from '../../core/document/healing';
import type { GoalFile } from '../../core/space/goalSources';
import { examineFile, lastGoodCommit, noteDisagreements } from '../../git/merge/healing';
import { microgoalsFolder } from '../../git/run/gitFolder';
import { nameInTree } from '../../git/files/pathInTree';
import type { Repository } from '../../git/run/repository';
import { replaceGoalFile } from '../../store/replaceGoalFile';
import { Failure } from '../terminal/failure';

export interface Healing {
  /** `offered`: it would be written with --yes; `stuck`: a person has to mend it. */
  readonly state: 'healthy' | 'unstaged' | 'healed' | 'offered' | 'stuck';
  /** A sentence for the person; empty for a healthy file. */
  readonly text: string;
}

/** Heals a goals file after a merge of git; with `yes` also one that was changed by hand since. Stages nothing. */
export async function healFile(repository: Repository, file: GoalFile, yes: boolean): Promise<Healing> {
  const disk = await file.read();
  const plan = await examineFile(repository, file.path, disk);
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
    return {
      state: 'offered',
      text: `${name} was changed since the merge; --yes joins that with both sides.`,
    };
  }
  await noteDisagreements(repository, file.path, plan.disagreements);
  const lockFolder = microgoalsFolder(repository.gitDir);
  if (!(await replaceGoalFile({ path: file.path, root: repository.root, lockFolder }, disk, plan.document))) {
    throw new Failure(`${name} has changed meanwhile. Nothing was done; please try again.`);
  }
  return { state: 'healed', text: `${name} now holds what both sides did; git add it when you are content.` };
}

function other(kept: 'ours' | 'theirs'): string {
  return kept === 'ours' ? 'the other side' : 'our side';
}

export interface CopyPlace {
  readonly root: string;
  readonly lockFolder: string;
}

/** Joins a sync program's copy into the file, without a base. @returns false where one of them cannot be read in full. */
export async function joinConflictCopy(file: GoalFile, copy: GoalFile, place: CopyPlace): Promise<boolean> {
  const [disk, other] = await Promise.all([file.read(), copy.read()]);
  const joined = joinCopy(disk, other);
  if (!joined) return false;
  if (!(await replaceGoalFile({ path: file.path, ...place }, disk, joined.document))) {
    throw new Failure(`${path.basename(file.path)} has changed meanwhile; please try again.`);
  }
  return true;
}
