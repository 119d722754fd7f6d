import * as vscode from 'vscode';
import type { FileEdit } from '../../app/edits';
import { documentIn, GoalFileError } from '../../core/document/fileReading';
import { emptyDocument } from '../../core/document/goalDocument';
import { isSameInput, readInput, saveTo } from '../../core/space/goalSpace';
import type { Log } from '../../core/ports/ports';
import type { SnapshotInput } from '../../core/space/buildSnapshot';
import { buildSnapshot } from '../../core/space/buildSnapshot';
import { inverseOf } from '../../core/changes/goalActions';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { ActiveGoal } from '../../git/log/activeGoal';
import { watchRefs } from '../../git/branches/watchRefs';
import { presentCalendar } from '../../store/nodePorts';
import { isWritable } from '../../store/isWritable';
import type { Unshared } from '../../store/overlayGoalFile';
import { watchGoalFiles } from '../../store/watchGoalFiles';
import { currentFolder } from './currentFolder';
import { isPassing } from './isPassing';
import type { WindowPlace } from './windowPlace';
import { openWindowPlace } from './windowPlace';
import { refuseDirty } from './refuseDirty';
import { readSettings } from './settings';
import { UndoHistory } from './undoHistory';

const NOTHING_UNSHARED: Unshared = { count: 0, parked: false };

/** Goals of the window: opens the place, reads it into a snapshot, writes edits and tells everyone of a new snapshot. */
export class GoalService implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Snapshot>();
  /** Event that fires with every new snapshot, whatever its cause. */
  readonly onDidChange = this.#changed.event;
  readonly #history = new UndoHistory();
  readonly #memory: vscode.Memento;
  readonly #log: Log;
  #place: WindowPlace | undefined;
  #input: SnapshotInput | undefined;
  #snapshot: Snapshot | undefined;
  #unwritable: ReadonlySet<string> = new Set();
  #unshared: Unshared = NOTHING_UNSHARED;
  #watches: { dispose(): void }[] = [];
  readonly #unsaved: FileEdit[] = [];
  #reading: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;
  #opening: Promise<void> = Promise.resolve();

  constructor(memory: vscode.Memento, log: Log) {
    this.#memory = memory;
    this.#log = log;
  }

  /** Current snapshot; undefined until the first reading is done. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  get place(): WindowPlace | undefined {
    return this.#place;
  }

  /** Paths of the goals files that can be read but not written, as of the last reading. */
  get unwritable(): ReadonlySet<string> {
    return this.#unwritable;
  }

  get history(): UndoHistory {
    return this.#history;
  }

  /** Opens the place of the current folder; runs again after a change of folder, trust or settings. Calls wait their turn. */
  open(): Promise<void> {
    const opening = this.#opening.then(() => this.#openPlace());
    this.#opening = opening.catch(() => undefined);
    return opening;
  }

  /** Resolves when the place opened last has been read. */
  ready(): Promise<void> {
    return this.#opening;
  }

  async #openPlace(): Promise<void> {
    const folder = currentFolder();
    const place = await openWindowPlace({
      folder: folder?.fsPath,
      trusted: vscode.workspace.isTrusted,
      settings: readSettings(folder),
      memory: this.#memory,
      log: this.#log,
      onLate: () => void this.refresh().catch(() => undefined),
    });
    this.#place = place;
    this.#input = undefined;
    this.#history.clear();
    this.#watch(place);
    await this.#keepCommits();
    await this.#bringBack();
    await this.refresh();
  }

  /** Reads everything again; calls during a reading share the next one. */
  refresh(): Promise<void> {
    this.#waiting ??= this.#reading.then(() => {
      this.#waiting = undefined;
      const once = this.#readOnce();
      this.#reading = once.catch(() => undefined);
      return once;
    });
    return this.#waiting;
  }

  /** Reads everything again like `refresh`, and also asks git again. */
  async refreshGit(): Promise<void> {
    await this.#opening;
    this.#place?.forgetGit();
    await this.#keepCommits();
    await this.#bringBack();
    await this.refresh();
  }

  /** Paths of the files with edits that could not be written and wait for `saveAgain`. */
  get unsaved(): ReadonlySet<string> {
    return new Set(this.#unsaved.map(({ path }) => path));
  }

  /** Tries again to write the edits that could not be written. @throws GoalFileError */
  async saveAgain(): Promise<void> {
    const edits = this.#unsaved.splice(0);
    if (edits.length > 0) await this.apply(edits);
  }

  /** Writes edits file by file in order and remembers how to undo them. @throws GoalFileError; if it is temporary, the rest is kept */
  async apply(wanted: readonly FileEdit[]): Promise<void> {
    const edits = wanted.filter(({ changes }) => changes.length > 0);
    if (edits.length === 0) return;
    const inverse = edits.map(({ path, changes }) => ({ path, changes: inverseOf(changes, this.#documentOf(path)) }));
    await this.#write(edits);
    this.#history.push({ edits, inverse: inverse.reverse() });
    await this.refresh();
  }

  /** Undoes the last edit. @throws GoalFileError */
  async undo(): Promise<void> {
    await this.#history.undo((edits) => this.#write(edits));
    await this.refresh();
  }

  /** Redoes the edit that was undone last. @throws GoalFileError */
  async redo(): Promise<void> {
    await this.#history.redo((edits) => this.#write(edits));
    await this.refresh();
  }

  async setActive(goal: ActiveGoal): Promise<void> {
    this.#refuseUntrusted();
    // Commits up to now belong to the goal that was active then.
    await this.#keepCommits();
    await this.#place?.setActive(goal);
    await this.refresh();
  }

  /** Edits kept out of the shared file, as of the last reading. */
  get unshared(): Unshared {
    return this.#unshared;
  }

  /** Sets uncommitted edits aside, or writes those that were set aside. @returns the number of records @throws GoalFileError */
  async moveEdits(to: 'overlay' | 'file'): Promise<number> {
    this.#refuseUntrusted();
    const aside = this.#place?.aside;
    if (!aside) throw new GoalFileError('no-folder', 'There is no git repository.');
    refuseDirty(aside.path);
    const count = await (to === 'overlay' ? aside.park() : aside.share());
    await this.refresh();
    return count;
  }

  dispose(): void {
    this.#unwatch();
    this.#changed.dispose();
  }

  #documentOf(path: string): Parameters<typeof inverseOf>[1] {
    const { sources = [], archived } = this.#input ?? {};
    return documentIn([...sources, archived].find((source) => source?.path === path)?.reading) ?? emptyDocument();
  }

  async #write(edits: readonly FileEdit[]): Promise<void> {
    this.#refuseUntrusted();
    const place = this.#place;
    if (!place) throw new GoalFileError('no-folder', 'The goals are not open yet.');
    const rest = [...edits];
    try {
      for (const { path, changes } of edits) {
        refuseDirty(path);
        await saveTo(place.space, path, changes);
        rest.shift();
      }
    } catch (error) {
      if (isPassing(error)) this.#unsaved.push(...rest);
      // The box that was clicked shows a tick already; this draws the goals again as they are.
      if (this.#snapshot) this.#changed.fire(this.#snapshot);
      throw error;
    }
  }

  #refuseUntrusted(): void {
    if (!vscode.workspace.isTrusted) throw new GoalFileError('untrusted', 'Nothing is written in Restricted Mode.');
  }

  /** Writes back the edits that were set aside, once HEAD has moved; after a failure they stay set aside, and shown. */
  async #bringBack(): Promise<void> {
    try {
      await this.#place?.aside?.bringBack();
    } catch (error) {
      this.#log.error('what was set aside could not be brought back', error);
    }
  }

  /** Records the commits of a personal goal; after a failure they are recorded the next time. */
  async #keepCommits(): Promise<void> {
    try {
      await this.#place?.keepCommits();
    } catch (error) {
      this.#log.error('commits of a personal goal could not be recorded', error);
    }
  }

  async #readOnce(): Promise<void> {
    const place = this.#place;
    if (!place) return;
    const input = await readInput(place.space, presentCalendar());
    const unwritable = await unwritableOf(input.sources);
    const unshared = (await place.aside?.unshared().catch(() => undefined)) ?? NOTHING_UNSHARED;
    // Another place has been opened in the meantime; it is read next.
    if (place !== this.#place) return;
    const isSame =
      this.#input !== undefined && isSameInput(this.#input, input) && sameSet(this.#unwritable, unwritable);
    if (isSame) return;
    this.#input = input;
    this.#unwritable = unwritable;
    this.#unshared = unshared;
    this.#snapshot = buildSnapshot(input);
    this.#changed.fire(this.#snapshot);
  }

  #watch(place: WindowPlace): void {
    this.#unwatch();
    const report = (error: unknown): void => {
      this.#log.error('reading the goals failed', error);
    };
    this.#watches = [
      watchGoalFiles(place.goalPaths, () => void this.refresh().catch(report)),
      watchGoalFiles(place.gitPaths, () => void this.refreshGit().catch(report)),
      ...(place.repository ? [watchRefs(place.repository.commonDir, () => void this.refreshGit().catch(report))] : []),
    ];
  }

  #unwatch(): void {
    for (const watch of this.#watches) watch.dispose();
    this.#watches = [];
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}

async function unwritableOf(sources: Snapshot['sources']): Promise<ReadonlySet<string>> {
  const readable = sources.filter(({ reading }) => reading.state === 'ok');
  const writable = await Promise.all(readable.map(({ path }) => isWritable(path)));
  return new Set(readable.filter((_, index) => writable[index] === false).map(({ path }) => path));
}
