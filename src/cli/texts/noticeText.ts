import type { FileNotice } from '../../core/snapshot/fileNotice';
import { oneLine } from '../../core/text/safeText';
import { shownPath } from './describeUnreadable';

/** Returns what a notice says of its file, as sentences, each with what to do. @param root top of the work tree */
export function noticeText({ code, path, name, count }: FileNotice, root: string): string {
  switch (code) {
    case 'ignored-file':
      return `git ignores this file (${oneLine(name, 200)}), so nobody else gets it. Take that rule out, or add an exception to it: !.microgoals/`;
    case 'conflict-copy':
      return `${oneLine(shownPath(path, root), 200)} is a conflict copy of it. To join and remove it: microgoals resolve --copies`;
    case 'left-aside':
      return count > 0
        ? `Changes of ${count === 1 ? '1 record' : `${count} records`} were set aside in the worktree ${oneLine(name, 100)}, which is gone. To bring them back here: microgoals unpark --left`
        : `What was set aside in the worktree ${oneLine(name, 100)}, which is gone, is about goals that this branch does not have. It is kept in ${path}.`;
    case 'sparse-file':
      return 'This sparse checkout leaves the file out: goals are read from the index of git, and changes are not committed. To bring it back: git sparse-checkout add .microgoals';
  }
}

/** Returns a notice as a line of its own. */
export function noticeLine(notice: FileNotice, root: string): string {
  return `${shownPath(notice.file, root)}: ${noticeText(notice, root)}`;
}
