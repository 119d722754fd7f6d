import * as vscode from 'vscode';
import { setField } from '../../core/changes/goalActions';
import type { GoalNode } from '../../core/snapshot/snapshot';
import type { GoalService } from './goalService';
import type { Services } from './services';

const NOTES_SCHEME = 'microgoals-notes';

/** Returns the document with a goal's notes; its name is the title of the tab. */
export function notesUri({ goal }: GoalNode): vscode.Uri {
  const name = goal.title
    .replace(/[\\/:*?"<>|\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 60);
  return vscode.Uri.from({ scheme: NOTES_SCHEME, path: `/${goal.id}/${name || goal.id}.md` });
}

/** Registers the provider with which the editor opens and saves notes of goals like files. */
export function registerGoalNotes({ subscriptions, service }: Services): void {
  const notes = new GoalNotes(service);
  subscriptions.push(vscode.workspace.registerFileSystemProvider(NOTES_SCHEME, notes, { isCaseSensitive: true }));
}

/** File system of goal notes: Markdown documents that you edit and save like any other. */
export class GoalNotes implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #service: GoalService;

  constructor(service: GoalService) {
    this.#service = service;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    // `/ID/TITLE.md`: the editor looks at the folders above before it writes.
    if (uri.path.split('/').length < 3) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { goal } = this.#nodeOf(uri);
    const size = new TextEncoder().encode(goal.notes).byteLength;
    return { type: vscode.FileType.File, ctime: goal.created ?? 0, mtime: goal.touched ?? 0, size };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.#nodeOf(uri).goal.notes);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { goal, source } = this.#nodeOf(uri);
    const notes = new TextDecoder().decode(content);
    await this.#service.apply([
      { path: source, changes: [setField(goal.id, 'notes', notes === '' ? undefined : notes)] },
    ]);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  #nodeOf(uri: vscode.Uri): GoalNode {
    const node = this.#service.snapshot?.goals.get(uri.path.split('/')[1] ?? '');
    if (!node) throw vscode.FileSystemError.FileNotFound(uri);
    return node;
  }
}
