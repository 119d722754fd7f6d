import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { formatDocument } from '../../src/core/document/formatDocument';
import type { Json } from '../../src/core/document/json';
import { documentWith } from '../support/documents';
import { gitRepository } from '../support/gitRepository';
import { textsBelow } from '../support/textsBelow';

const FIRST = 'g-4kq7w2m9xd';
const SECOND = 'g-4kq7w2m9xe';
const CLOSED = 'g-4kq7w2m9xf';
const PRIVATE = 'g-8kq7w2m9xf';
const UNKNOWN = 'g-zzzzzzzzzz';

function goal(title: string, more: Record<string, Json> = {}): Json {
  return { title, kind: 'micro', status: 'open', ...more, created: '20260101T090000000Z-0000-demo' };
}

function run(command: string, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`microGoals.${command}`, ...args);
}

/** Hovers and tooltips come back as Markdown, whatever they were made from. */
function plainText(content: unknown): string {
  assert.ok(content instanceof vscode.MarkdownString);
  return content.value.replaceAll('&nbsp;', ' ');
}

describe('goals where text is written', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const data = process.env['MICROGOALS_DATA_DIR'] ?? '';
  const shared = path.join(folder, '.microgoals/goals.json');
  const personal = path.join(data, 'everywhere.json');
  const active = path.join(folder, '.git/microgoals/active');
  const sources = path.join(folder, 'sources');
  let files = 0;

  beforeEach(async () => {
    const team = {
      [FIRST]: goal('Ship [it](command:nope)'),
      [SECOND]: goal('Sleep well', { owner: 'ana@example.com' }),
      [CLOSED]: goal('Over', { status: 'done' }),
    };
    await mkdir(path.dirname(shared), { recursive: true });
    await mkdir(data, { recursive: true });
    await writeFile(shared, formatDocument(documentWith(team)));
    await writeFile(personal, formatDocument(documentWith({ [PRIVATE]: goal('Ask for a raise') })));
    await rm(active, { force: true });
    await run('refresh');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(path.dirname(shared), { recursive: true, force: true });
    await rm(sources, { recursive: true, force: true });
    await rm(personal, { force: true });
    await rm(active, { force: true });
    await run('refresh');
  });

  async function completions(document: vscode.TextDocument): Promise<vscode.CompletionItem[]> {
    const end = document.lineAt(document.lineCount - 1).range.end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
  }

  function labels(items: readonly vscode.CompletionItem[]): string[] {
    const sorted = [...items].sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''));
    return sorted.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  function message(content: string): Thenable<vscode.TextDocument> {
    return vscode.workspace.openTextDocument({ language: 'git-commit', content });
  }

  async function code(content: string): Promise<vscode.TextDocument> {
    // A file of its own each time: one that changes on the disk is read again at any moment.
    const file = path.join(sources, `code-${(files += 1)}.txt`);
    await mkdir(sources, { recursive: true });
    await writeFile(file, content);
    return vscode.workspace.openTextDocument(file);
  }

  it('a trailer of a commit message suggests the open goals of the team, mine and the active one first', async () => {
    const document = await message('Subject\n\nCloses-Goal: ');
    const items = await completions(document);
    assert.deepEqual(labels(items), [SECOND, FIRST]);
    assert.equal(items.find(({ label }) => typeof label !== 'string' && label.label === SECOND)?.detail, 'Sleep well');
    await run('startGoal', FIRST);
    assert.deepEqual(labels(await completions(document)), [FIRST, SECOND]);
  });

  it('a line of the body suggests the keys of trailers, other text nothing', async () => {
    const items = await completions(await message('Subject\n\nGo'));
    assert.deepEqual(labels(items), ['Goal', 'Closes-Goal']);
    assert.deepEqual(await completions(await message('Go')), []);
    assert.deepEqual(await completions(await message('Subject\n\nThe next: ')), []);
  });

  it('a TODO of any file suggests goals of the team, a commit trailer there nothing', async () => {
    const plain = (content: string): Thenable<vscode.TextDocument> =>
      vscode.workspace.openTextDocument({ language: 'plaintext', content });
    const items = await completions(await plain('# TODO(g-'));
    assert.deepEqual(labels(items), [SECOND, FIRST]);
    assert.ok(items.every(({ insertText }) => typeof insertText === 'string' && /^g-\w+\): $/.test(insertText)));
    assert.deepEqual(await completions(await plain('Goal: ')), []);
  });

  it('the input box of source control is a commit message, too', async () => {
    await vscode.commands.executeCommand('workbench.view.scm');
    const box = await inputBox();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(box.uri, new vscode.Position(0, 0), 'Subject\n\nGoal: ');
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    try {
      assert.deepEqual(labels(await completions(box)), [SECOND, FIRST]);
    } finally {
      const all = new vscode.WorkspaceEdit();
      all.delete(box.uri, new vscode.Range(0, 0, box.lineCount, 0));
      await vscode.workspace.applyEdit(all);
    }
  });

  it('the hover says what a goal is; text of a person runs nothing', async () => {
    const document = await code(`// TODO(${FIRST}): it, see ${UNKNOWN} and ${PRIVATE}\n`);
    const hover = async (column: number): Promise<vscode.Hover | undefined> => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, column),
      );
      return found.find(({ contents }) => contents.some((each) => plainText(each).includes('microGoals.openGoal')));
    };
    const [about, facts, links] = (await hover(10))?.contents ?? [];
    assert.ok(about instanceof vscode.MarkdownString && facts && links);
    assert.ok(!about.isTrusted);
    assert.ok(!plainText(about).includes('[it](command:'));
    assert.match(plainText(facts), /0 % done/);
    assert.match(plainText(links), new RegExp(`command:microGoals\\.openGoal\\?.*${FIRST}.*\\) · \\[Done\\]`));
    assert.equal(await hover(document.getText().indexOf(UNKNOWN) + 3), undefined);
    assert.ok(await hover(document.getText().indexOf(PRIVATE) + 3));
  });

  it('ids in a commit message are links, in code they are not', async () => {
    const links = async (document: vscode.TextDocument): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      return found.map(({ target }) => target?.path ?? '').filter((name) => name.startsWith('microGoals.'));
    };
    assert.deepEqual(await links(await message(`Subject\n\nGoal: ${FIRST}\nGoal: ${UNKNOWN}`)), [
      'microGoals.openGoal',
    ]);
    assert.deepEqual(await links(await code(`// ${FIRST}\n`)), []);
  });

  describe('a TODO comment', () => {
    async function actions(document: vscode.TextDocument): Promise<vscode.CodeAction[]> {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
      );
      return found.filter(({ command }) => command?.command === 'microGoals.makeGoalOfTodo');
    }

    async function choose(document: vscode.TextDocument, title: string): Promise<void> {
      const action = (await actions(document)).find((each) => each.title === title);
      assert.ok(action?.command);
      await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    }

    it('becomes a personal goal that leaves no trace in the code', async () => {
      const document = await code('// TODO: Retry the upload\n');
      await choose(document, 'Make this a goal');
      assert.equal(document.getText(), '// TODO: Retry the upload\n');
      assert.match(Object.values(await textsBelow(data)).join(), /"Retry the upload"/);
      assert.doesNotMatch(await readFile(shared, 'utf8'), /Retry/);
      await run('undo');
    });

    it('becomes a goal of the team, named in the comment', async () => {
      const document = await code('// TODO: Retry the upload\n');
      await choose(document, 'Make this a team goal');
      const id = /^\/\/ TODO\((g-\w{10})\): Retry the upload\n$/.exec(document.getText())?.[1];
      assert.ok(id !== undefined);
      assert.match(await readFile(shared, 'utf8'), new RegExp(`"${id}": \\{\\s+"title": "Retry the upload"`));
      assert.deepEqual(await actions(document), []);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    });

    it('is offered nothing where there is none', async () => {
      assert.deepEqual(await actions(await code('retry(); // later\n')), []);
    });
  });

  it('the active goal is named in the message of source control, once', async () => {
    await run('startGoal', FIRST);
    const repository = await gitExtensionRepository(folder);
    repository.inputBox.value = 'Subject';
    await run('addGoalToMessage');
    assert.equal(repository.inputBox.value, `Subject\n\nGoal: ${FIRST}`);
    await run('closeGoalInMessage');
    assert.equal(repository.inputBox.value, `Subject\n\nCloses-Goal: ${FIRST}`);
    repository.inputBox.value = '';
  });

  it('source control says in the hover of a commit which goals it names, and leaves other commits to others', async () => {
    const repository = await gitExtensionRepository(folder);
    await run('refresh');
    const providers = commitDetailsProviders();
    const details = async (text: string): Promise<(string | undefined)[]> =>
      (await Promise.all(providers.map((each) => each.provideMessageLinks(repository, text)))).filter(Boolean);
    const [shown, ...others] = await details(
      `Do it, feat/${FIRST}-x\n\nGoal: ${FIRST}\nCloses-Goal: ${SECOND}\nGoal: ${UNKNOWN}`,
    );
    assert.deepEqual(others, []);
    const [head, , ...trailers] = (shown ?? '').split('\n');
    assert.equal(head, `Do it, feat/${FIRST}-x`);
    const lines = (await readFile(shared, 'utf8')).split('\n');
    const place = (id: string): string =>
      `${vscode.Uri.file(shared).toString()}#L${lines.findIndex((line) => line.includes(`"${id}":`)) + 1}`;
    assert.deepEqual(
      trailers.map((line) => line.replaceAll('\\', '')),
      [
        `Goal: [${FIRST}](${place(FIRST)}) (Ship [it](command:nope) · open)`,
        `Closes-Goal: [${SECOND}](${place(SECOND)}) (Sleep well · open · Ana)`,
        `Goal: ${UNKNOWN}`,
      ],
    );
    assert.ok(shown?.includes('Ship \\[it\\]\\(command'));
    assert.deepEqual(await details('Subject only'), []);
    const elsewhere = { ...repository, rootUri: vscode.Uri.file(data) };
    assert.equal(await providers.at(-1)?.provideMessageLinks(elsewhere, `Goal: ${FIRST}`), undefined);
    assert.deepEqual(
      await Promise.all(providers.map((each) => each.provideHoverCommands(repository))),
      providers.map(() => undefined),
    );
  });

  it('the checkout of a goal branch makes its goal the active one', async () => {
    const repository = gitRepository(folder);
    await run('startGoal', FIRST);
    await repository.git('checkout', '-q', '-b', `ana/${SECOND}-sleep`);
    try {
      await run('refresh');
      assert.deepEqual(labels(await completions(await message('Subject\n\nGoal: '))), [SECOND, FIRST]);
    } finally {
      await repository.git('checkout', '-q', 'main');
    }
    await run('refresh');
    assert.deepEqual(labels(await completions(await message('Subject\n\nGoal: '))), [FIRST, SECOND]);
  });
});

async function inputBox(): Promise<vscode.TextDocument> {
  const find = (): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(({ languageId }) => languageId === 'scminput');
  const found = find();
  if (found) return found;
  return new Promise((resolve) => {
    const subscription = vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.languageId !== 'scminput') return;
      subscription.dispose();
      resolve(document);
    });
  });
}

interface CommitDetailsProvider {
  provideMessageLinks(repository: Pick<GitRepository, 'rootUri'>, message: string): Promise<string | undefined>;
  provideHoverCommands(repository: GitRepository): Promise<vscode.Command[] | undefined>;
}

/** Those that the git extension asks, in its order: its API itself only takes them. Some answer at once, some later. */
function commitDetailsProviders(): CommitDetailsProvider[] {
  const extension = vscode.extensions.getExtension<{
    model: { getSourceControlHistoryItemDetailsProviders(): CommitDetailsProvider[] };
  }>('vscode.git');
  return extension?.exports.model.getSourceControlHistoryItemDetailsProviders() ?? [];
}

interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
}

interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
}

/** The git extension looks for repositories by itself; this waits until it has found the one of a folder. */
async function gitExtensionRepository(folder: string): Promise<GitRepository> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  assert.ok(extension);
  const api = (await extension.activate()).getAPI(1);
  const isIt = ({ rootUri }: GitRepository): boolean => rootUri.fsPath === folder;
  const found = api.repositories.find(isIt);
  if (found) return found;
  return new Promise((resolve) => {
    const subscription = api.onDidOpenRepository((repository) => {
      if (!isIt(repository)) return;
      subscription.dispose();
      resolve(repository);
    });
  });
}
