import { Readable } from 'node:stream';
import type { AttributedNews, Snapshot, Terminal } from './product';
import {
  branchGoalsJson,
  goalsInOrder,
  KINDS,
  newsJson,
  newsLine,
  printGoal,
  printGoals,
  printOtherBranches,
  printPact,
  printRecord,
  printRecords,
  recordsOfKind,
  rendered,
  showJson,
  waitingJson,
  waitingLine,
  waitingOnMe,
} from './product';
import { foldedJson } from './foldedJson';

// eslint-disable-next-line no-control-regex -- what begins and ends a colour
const CODES = /\u001b\[(\d+)m/g;
/** How the recording shows where a colour begins; any other code ends one. */
const MARKS: Readonly<Record<string, string>> = {
  1: '‹bold ',
  2: '‹dim ',
  31: '‹red ',
  32: '‹green ',
  33: '‹yellow ',
  36: '‹cyan ',
};

/** Runs with a terminal that nobody looks at, and gives what was printed. @param columns with a width, colours are shown, too. */
export function printed(print: (terminal: Terminal) => void, columns?: number): string {
  const lines: string[] = [];
  print({
    print: (line) =>
      lines.push(rendered(line, columns !== undefined).replace(CODES, (_, code: string) => MARKS[code] ?? '›')),
    printLines: (text) => lines.push(text),
    printJson: (value) => lines.push(JSON.stringify(value, null, 2)),
    warn: (message) => lines.push(`warning: ${message}`),
    ask: () => Promise.resolve(''),
    flush: () => undefined,
    columns,
    interactive: false,
    input: Readable.from([]),
  });
  return lines.map((line) => `${line}\n`).join('');
}

function section(title: string, text: string): string {
  return `=== ${title}\n${text}\n`;
}

/** `list`, with each option that changes its rows. */
export function listText(snapshot: Snapshot): string {
  const goals = goalsInOrder(snapshot);
  return [
    section(
      'list',
      printed((terminal) => {
        printGoals(goals, snapshot, false, terminal);
      }),
    ),
    section(
      'list --closed, in a window of 70 columns with colours',
      printed((terminal) => {
        printGoals(goals, snapshot, true, terminal);
      }, 70),
    ),
    section(
      'list --branches, below the tree',
      printed((terminal) => {
        printOtherBranches(snapshot, terminal);
      }),
    ),
    section(
      'list of nothing',
      printed((terminal) => {
        printGoals([], snapshot, false, terminal);
      }),
    ),
  ].join('');
}

export function listJson(snapshot: Snapshot): string {
  const goals = goalsInOrder(snapshot);
  return section('list --branches --json', `${foldedJson(branchGoalsJson(goals, snapshot, true))}\n`);
}

/** `show` of every goal, and `pact show` of every pact. */
export function showText(snapshot: Snapshot): string {
  return goalsInOrder(snapshot)
    .map((node) => {
      const pact = snapshot.pacts.get(node.goal.id);
      const goal = printed((terminal) => {
        printGoal(node, snapshot, terminal);
      });
      const agreement = pact
        ? [
            section(
              'as a pact',
              printed((terminal) => {
                printPact(pact, node, snapshot, terminal);
              }),
            ),
          ]
        : [];
      return [`${goal}\n`, ...agreement].join('');
    })
    .join('');
}

export function showAllJson(snapshot: Snapshot): string {
  return goalsInOrder(snapshot)
    .map((node) => `${foldedJson(showJson(node, snapshot))}\n`)
    .join('');
}

/** The list of each kind, and each of its records. */
export function recordsText(snapshot: Snapshot): string {
  return KINDS.map((kind) => {
    const nodes = recordsOfKind(kind, snapshot);
    const list = printed((terminal) => {
      printRecords(nodes, snapshot, terminal);
    });
    const each = nodes.map((node) =>
      printed((terminal) => {
        printRecord(node, snapshot, terminal);
      }),
    );
    return section(kind.name, [list, ...each].join('\n'));
  }).join('');
}

export function waitingText(snapshot: Snapshot): string {
  const waiting = waitingOnMe(snapshot);
  return [
    section(
      'waiting',
      printed(({ print }) => {
        for (const each of waiting) print(waitingLine(each, snapshot));
      }),
    ),
    section('waiting --json', `${foldedJson(waiting.map((each) => waitingJson(each, snapshot)))}\n`),
  ].join('');
}

export function newsText(news: readonly AttributedNews[], snapshot: Snapshot): string {
  return [
    section('news', news.map((each) => `${newsLine(each, snapshot)}\n`).join('')),
    section('news --json', `${foldedJson(news.map(newsJson))}\n`),
  ].join('');
}
