import { Readable } from 'node:stream';
import { goalJson } from '../../../src/cli/texts/goalJson';
import { printGoal } from '../../../src/cli/texts/printGoal';
import { printTree } from '../../../src/cli/texts/printTree';
import { shortIds } from '../../../src/cli/texts/shortIds';
import type { Terminal } from '../../../src/cli/terminal/terminal';
import { rendered } from '../../../src/cli/terminal/terminal';
import { formKinds } from '../../../src/core/model/kinds';
import type { LinkedCommit } from '../../../src/core/snapshot/linkedCommit';
import { relationMap } from '../../../src/core/okr/relationMap';
import { archivableGoals } from '../../../src/core/goals/archiveGoals';
import { burnUpState, burnUpUntil } from '../../../src/core/reports/burnUp';
import { goalsOfCycle, planCloseCycle } from '../../../src/core/okr/closeCycle';
import { checkInsAhead } from '../../../src/core/followUp/checkInsDue';
import { checkInChoices, checkInTarget, standUpGoals } from '../../../src/core/followUp/checkInTarget';
import { checkInText, ENGLISH } from '../../../src/core/followUp/checkInText';
import { cycleMarkdown, cycleReport } from '../../../src/core/reports/cycleReport';
import { cyclesOf } from '../../../src/core/snapshot/cycles';
import { draftCheckIn } from '../../../src/core/followUp/draftCheckIn';
import { allThreads, feedbackThreads } from '../../../src/core/feedback/feedbackThreads';
import { groupMine, weekFocus } from '../../../src/core/goals/focus';
import { templatesOf, templateText } from '../../../src/core/growth/goalTemplates';
import { goalsOfCommits } from '../../../src/core/commits/goalsOfCommits';
import { lessonFinder, lessonsOf } from '../../../src/core/followUp/lessons';
import { linkableGoals } from '../../../src/core/commits/linkableGoals';
import { membersWithoutSkill } from '../../../src/core/growth/membersWithoutSkill';
import { okrReport } from '../../../src/core/reports/okrReport';
import { onThisBranch } from '../../../src/core/branches/onThisBranch';
import { pactReport } from '../../../src/core/reports/pactReport';
import { termsBefore } from '../../../src/core/pacts/pactState';
import { recordsMarkdown } from '../../../src/core/records/recordMarkdown';
import { recordsOfKind } from '../../../src/core/snapshot/recordNode';
import { recordReport } from '../../../src/core/reports/recordReport';
import { linksTo, recordedLinks } from '../../../src/core/commits/recordedLinks';
import { reviewsAhead } from '../../../src/core/followUp/reviewsDue';
import { isMySkill, seriesText, skillPaths } from '../../../src/core/growth/skills';
import { hintsOf, hintText } from '../../../src/core/goals/smartHints';
import type { GoalNode, Snapshot } from '../../../src/core/snapshot/snapshot';
import { documentAt } from '../../../src/core/snapshot/recordNode';
import { groupTeam } from '../../../src/core/team/teamGroups';
import { teamReport } from '../../../src/core/reports/teamReport';
import { termsDifference, termsLines } from '../../../src/core/pacts/termsLines';
import { waitingOnMe } from '../../../src/core/team/waiting';
import { winsOf } from '../../../src/core/together/wins';
import { fillText } from '../../../src/core/text/fillText';

const terminal: Terminal = {
  print: (line) => rendered(line, true),
  printLines: () => undefined,
  printJson: () => undefined,
  warn: () => undefined,
  ask: () => Promise.resolve(''),
  flush: () => undefined,
  columns: 100,
  interactive: false,
  input: Readable.from([]),
};
const asJson = (value: unknown): string => JSON.stringify(value, null, 2);
const sameText = (text: string): string => text;

/** What the verbs and the panel ask of a snapshot, each as they ask it; those about one goal of the first and of the last one. */
export const REPORTS: Readonly<Record<string, (snapshot: Snapshot, commits: readonly LinkedCommit[]) => unknown>> = {
  list: (snapshot) => {
    const shown = new Set(snapshot.goals.keys());
    const tree = { snapshot, shown, shortIds: shortIds(shown) };
    printTree([...snapshot.personalRoots, ...snapshot.teamRoots], tree, terminal);
  },
  'list --json': (snapshot) => asJson(Array.from(snapshot.goals.values(), (node) => goalJson(node, snapshot))),
  'list --this-branch': (snapshot) => [...snapshot.goals.values()].filter(onThisBranch(snapshot)),
  'list --file': (snapshot, commits) => goalsOfCommits(snapshot, new Set(commits.map(({ commit }) => commit))),
  show: (snapshot) => {
    for (const node of firstAndLast(snapshot)) printGoal(node, snapshot, terminal);
  },
  history: (snapshot, commits) =>
    firstAndLast(snapshot).map((node) => {
      const document = documentAt(snapshot, node.source);
      const state = document && burnUpState(node.goal.id, document);
      // Its points are at most some hundred, each of which looks at all commits.
      return burnUpUntil(snapshot.calendar.now, node, state ? [{ at: 0, state }] : [], commits.slice(0, 20));
    }),
  hints: (snapshot) =>
    Array.from(snapshot.goals.values(), (node) => hintsOf(node, snapshot).map((hint) => hintText(hint, fillText))),
  waiting: (snapshot) => waitingOnMe(snapshot),
  wins: (snapshot) => winsOf(snapshot),
  status: (snapshot) => [weekFocus(snapshot), groupMine(snapshot), groupTeam(snapshot)],
  skills: (snapshot) =>
    asJson(
      skillPaths(snapshot)
        .filter((skill) => isMySkill(skill, snapshot))
        .map(({ node, series }) => [node.goal.id, series.map((each) => seriesText(each, fillText))]),
    ),
  lessons: (snapshot) => {
    const lessons = lessonsOf(snapshot, 'more tests');
    return lessonFinder(lessons)({ title: 'More tests help', tags: [] });
  },
  checkin: (snapshot) => [
    checkInsAhead(snapshot, snapshot.me),
    reviewsAhead(snapshot),
    checkInTarget(snapshot),
    checkInChoices(snapshot),
    // A draft is of the goals below one, so that those of all goals are as many as goals times goals.
    standUpGoals(snapshot)
      .slice(0, 3)
      .map((node) => checkInText(draftCheckIn(node, snapshot.me ?? '', snapshot), ENGLISH, snapshot)),
  ],
  'cycle report': (snapshot) =>
    cyclesOf(snapshot)
      .slice(0, 3)
      .map((cycle) => cycleMarkdown(cycleReport(cycle, snapshot, fillText), fillText)),
  'cycle close': (snapshot) => {
    const [cycle, next] = cyclesOf(snapshot);
    if (!cycle) return undefined;
    const carry = new Map(
      goalsOfCycle(cycle.id, snapshot).map(({ goal }) => [goal.id, { score: 0.5, ending: 'carry' as const }]),
    );
    return planCloseCycle({ ...cycle, closed: undefined }, carry, next && { ...next, closed: undefined }, snapshot);
  },
  'relation map': (snapshot) => asJson(relationMap(snapshot)),
  'pact show': (snapshot) => {
    const words = { person: sameText, label: sameText };
    return [...snapshot.pacts.values()].slice(0, 3).map((pact) => {
      const node = snapshot.goals.get(pact.id);
      const before = node && termsBefore(pact, node.goal, snapshot.me);
      const without = node && membersWithoutSkill(node, snapshot);
      return [termsLines(pact.terms, words), before && termsDifference(before, pact.terms, words), without];
    });
  },
  feedback: (snapshot) => [
    allThreads(snapshot),
    firstAndLast(snapshot).map(({ goal }) => feedbackThreads(goal.id, snapshot)),
  ],
  'lists of every kind': (snapshot) =>
    formKinds().map((kind) => recordsMarkdown(kind, recordsOfKind(kind, snapshot), snapshot)),
  template: (snapshot) => [templatesOf(snapshot), firstAndLast(snapshot).map((node) => templateText(node, snapshot))],
  unlink: (snapshot) => {
    const links = recordedLinks(snapshot.sources);
    return firstAndLast(snapshot).map(({ goal, commits: [commit] }) => commit && linksTo(goal.id, commit, links));
  },
  'what may be linked or archived': (snapshot) => [linkableGoals(snapshot), archivableGoals(snapshot, 0)],
  'panel: team': (snapshot) => asJson(teamReport(snapshot)),
  'panel: objectives': (snapshot) => asJson(okrReport(snapshot, fillText)),
  'panel: pacts': (snapshot) => asJson(pactReport(snapshot)),
  'panel: records': (snapshot) => asJson(recordReport(snapshot, sameText)),
};

function firstAndLast({ goals }: Snapshot): GoalNode[] {
  const [first, ...others] = goals.values();
  return [first, others.at(-1)].filter((node) => node !== undefined);
}
