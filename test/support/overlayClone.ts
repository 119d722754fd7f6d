import path from 'node:path';
import type { Clock } from '../../src/core/ports/ports';
import { createStamper } from '../../src/core/document/stamp';
import { openRepository } from '../../src/git/run/repository';
import { trackedFile } from '../../src/git/merge/trackedFile';
import { createGoalFile } from '../../src/store/goalFileStore';
import { systemClock } from '../../src/store/nodePorts';
import type { OverlayGoalFile } from '../../src/store/overlayGoalFile';
import { createOverlayGoalFile } from '../../src/store/overlayGoalFile';
import { quietLog } from './store/quietLog';

export interface OverlayCloneOptions {
  readonly cleanTree?: boolean | undefined;
  readonly replica?: string;
  readonly clock?: Clock;
}

/** The shared file of a work tree, with its overlay, as the product opens it. */
export async function overlayFileIn(folder: string, options: OverlayCloneOptions = {}): Promise<OverlayGoalFile> {
  const { cleanTree, replica = 'test', clock = systemClock } = options;
  const opened = await openRepository(folder);
  if (opened.state !== 'open') throw new Error(`No repository in ${folder}.`);
  const { root, gitDir } = opened.repository;
  const lockFolder = path.join(gitDir, 'microgoals');
  const stamper = createStamper(clock, replica);
  const open = (file: string, top: string) =>
    createGoalFile({ path: file, root: top, lockFolder, stamper, log: quietLog });
  const file = path.join(root, '.microgoals', 'goals.json');
  return createOverlayGoalFile({
    file: open(file, root),
    overlay: open(path.join(lockFolder, 'overlay.json'), gitDir),
    cleanTree,
    tracked: () => Promise.resolve(trackedFile(opened.repository, file)),
    stamper,
  });
}
