import type { Snapshot } from '../../core/snapshot/snapshot';
import { oneLine } from '../../core/text/safeText';
import { ageText } from './branchTexts';
import { MARKS } from './goalTexts';
import type { Terminal } from '../terminal/terminal';
import { paint, say } from '../terminal/terminal';

/** Prints the goals that only other branches have, each with its branch, and how old our knowledge of the server is. */
export function printOtherBranches(snapshot: Snapshot, { print }: Terminal): void {
  const { branches } = snapshot;
  if (!branches) return;
  const goals = [...branches.onlyElsewhere.values()];
  if (goals.length > 0) print(paint('bold', 'On other branches'));
  for (const { goal, branches: places } of goals) {
    const [first, ...more] = places;
    const by = first && first.by.length > 0 ? ` by ${oneLine(first.by.join(', '), 60)}` : '';
    const where = `${oneLine(first?.branch ?? '', 40)}${by}${more.length > 0 ? ` and ${more.length} more` : ''}`;
    print(say`${MARKS[goal.status]} ${paint('dim', goal.id)} ${oneLine(goal.title, 200)}  ${paint('green', where)}`);
  }
  if (branches.facts.left > 0) print(paint('dim', `${branches.facts.left} older branches were not looked at.`));
  for (const name of branches.facts.unknown)
    print(paint('dim', `No branch is called ${oneLine(name, 60)} here (git config microgoals.integrationBranch).`));
  const age = ageText(snapshot);
  if (age !== undefined) print(paint('dim', age));
}
