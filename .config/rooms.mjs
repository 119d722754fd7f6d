// The rooms of src and what each may import. ESLint and `npm run check` refuse the rest; `npm run docs` writes the map of CONTRIBUTING.md.

/** A room is a folder with at most so many files of its own. */
export const MOST_FILES = 40;

/**
 * A room may import what it names and whatever that may import. It names rooms that stand above it here, so that no imports
 * run in a circle: a room, a folder with all its rooms, or a single file without its ending.
 */
export const ROOMS = {
  'core/ports': { holds: 'what the pure core needs of the world: clock, randomness, hashes, log', imports: [] },
  'core/document': { holds: 'the file: format, merge, stamps, hand edits, repair', imports: ['core/ports'] },
  'core/text': {
    holds: 'small languages: quick add, trailers, outlines, days and numbers as people write them, safe text',
    imports: ['core/document'],
  },
  'core/model': { holds: 'the kinds of records, one file each, and what reads them', imports: ['core/text'] },
  'core/snapshot': { holds: 'the immutable picture, and what is derived for every goal', imports: ['core/model'] },
  'core/changes': {
    holds: 'what every plan is made of: changes of goals and records, rules of kinds, refusals',
    imports: ['core/snapshot'],
  },
  'core/feedback': { holds: 'feedback, its replies and who may answer', imports: ['core/changes'] },
  'core/followUp': { holds: 'check-ins, blockers, reviews and lessons', imports: ['core/changes'] },
  'core/together': { holds: 'helpers, kudos and wins', imports: ['core/changes'] },
  'core/okr': { holds: 'objectives: relations, cycles, scores and outlook', imports: ['core/followUp'] },
  'core/goals': { holds: 'goals: focus, acceptance, order, archive, confirmation, hints', imports: ['core/okr'] },
  'core/commits': { holds: 'links of commits to goals, and who contributed', imports: ['core/goals'] },
  'core/branches': { holds: 'what other branches and revisions say of goals', imports: ['core/snapshot'] },
  'core/records': {
    holds: 'a record added, changed or answered, with the rule of its kind',
    imports: ['core/feedback', 'core/goals', 'core/together'],
  },
  'core/pacts': { holds: 'pacts: terms, signatures, states and acts', imports: ['core/records'] },
  'core/growth': { holds: 'skills, mentors and templates', imports: ['core/feedback', 'core/goals'] },
  'core/team': { holds: 'everybody at a glance: who waits for whom, balance', imports: ['core/growth', 'core/pacts'] },
  'core/reports': {
    holds: 'what faces show, as data: facts, news, reports of team, cycle and pact',
    imports: ['core/branches', 'core/commits', 'core/team'],
  },
  'core/space': {
    holds: 'the sources of goals, and the snapshot built from them',
    imports: ['core/branches', 'core/commits', 'core/pacts'],
  },
  store: { holds: 'files: lock, atomic write, watcher', imports: ['core'] },
  protocol: { holds: 'messages between panel and editor', imports: ['core'] },
  hooks: { holds: 'what git runs, as POSIX shell', imports: [] },
  'git/run': {
    holds: 'git started, alone in `src/git/run/gitCall.ts`, and facts of the repository',
    // Of store only what looks at the disk and knows nothing of goals.
    imports: ['core', 'store/atomicWrite', 'store/readRegularFile', 'store/realLocation'],
  },
  'git/files': { holds: 'goals files as git has them: blobs, revisions, index', imports: ['git/run'] },
  'git/merge': { holds: 'conflicts healed, disagreements noted', imports: ['git/files'] },
  'git/people': { holds: 'who wrote, signed and ticked what, as history tells it', imports: ['git/merge'] },
  'git/branches': {
    holds: 'tips of branches and the goals on them; goals shared by a branch',
    imports: ['git/people'],
  },
  'git/log': { holds: 'commits that name goals, and the active goal', imports: ['git/branches'] },
  'git/hooks': { holds: 'commit hook and merge driver: planned, installed, removed', imports: ['git/run', 'hooks'] },
  app: { holds: 'use cases without a face: a place opened, goals read, saved and healed', imports: ['git', 'store'] },
  'cli/terminal': { holds: 'what is typed and printed; a verb and its failures', imports: ['store'] },
  'cli/texts': { holds: 'how goals, pacts and doubts are worded', imports: ['cli/terminal'] },
  'cli/place': { holds: 'the place a verb works in: repository, files, goals', imports: ['cli/texts', 'app'] },
  'cli/kinds': { holds: 'verbs that come from kinds of records', imports: ['cli/place'] },
  'cli/verbs': { holds: 'verbs, one file each', imports: ['cli/kinds'] },
  cli: { holds: 'the command line: its entries and its table of verbs', imports: ['cli/verbs'] },
  webview: { holds: 'the page of the team panel', imports: ['protocol'] },
  editor: { holds: 'ids of commands, views and settings', imports: [] },
  'editor/commandTable': {
    holds: 'every command: title, icon, menus, keys; the manifest is written from it',
    imports: [],
  },
  'editor/texts': {
    holds: 'words in the language of the editor',
    imports: ['git', 'editor/commandNames', 'editor/contributions'],
  },
  'editor/service': {
    holds: 'the service that reads, saves and heals goals; what a command stands on',
    imports: ['editor/texts', 'app'],
  },
  'editor/records': {
    holds: 'questions for goals and records, and the saving of answers',
    imports: ['editor/service', 'protocol'],
  },
  'editor/tree': { holds: 'the views of goals: rows, tooltips, drag and drop', imports: ['editor/records'] },
  'editor/commands': { holds: 'commands, by what they are about', imports: ['editor/tree'] },
  'editor/language': { holds: 'goals in the text editor and in commit messages', imports: ['editor/commands'] },
  'editor/teamPanel': { holds: "the host's side of the team panel", imports: ['editor/records'] },
  'editor/waiting': { holds: 'the view of what waits', imports: ['editor/commands'] },
  'editor/window': { holds: 'status bar, problems, context keys, events of the window', imports: ['editor/commands'] },
  '.': { holds: '`activate` and `deactivate`', imports: ['editor'] },
};

/** True for the entry itself and for all below it. */
export function isWithin(name, entry) {
  return name === entry || name.startsWith(`${entry}/`);
}

/** Returns what a room may import, itself left out: rooms, folders and files, from src. */
export function allowedImports(room, rooms = ROOMS) {
  const found = new Set();
  const add = (entry) => {
    if (found.has(entry)) return;
    found.add(entry);
    for (const [name, { imports }] of Object.entries(rooms)) if (isWithin(name, entry)) imports.forEach(add);
  };
  rooms[room]?.imports.forEach(add);
  return [...found];
}
