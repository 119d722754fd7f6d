import * as vscode from 'vscode';
import path from 'node:path';
import type { LinkedCommit } from '../../core/snapshot/linkedCommit';
import type { Repository } from '../../git/run/repository';
import { gitApi } from './gitExtension';
import type { ReadOnlyTexts } from '../texts/readOnlyTexts';

/** Stand-in for the parent of a first commit: git's name of the empty tree, which every repository knows. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Opens the changes of a commit file by file, as the editor shows changes; without the git extension, as git's text. */
export async function openCommitDiff(
  texts: ReadOnlyTexts,
  repository: Repository,
  commit: LinkedCommit,
): Promise<void> {
  const name = commit.commit.slice(0, 8);
  const api = await gitApi();
  if (!api) {
    const content = await repository.git('show', commit.commit, '--');
    await texts.show(name, content, 'diff');
    return;
  }
  const parent = commit.parent ?? EMPTY_TREE;
  const files = await changedFiles(repository, parent, commit.commit);
  const changes = files.map(({ status, file }) => {
    const uri = vscode.Uri.file(path.join(repository.root, file));
    const before = status === 'A' ? undefined : api.toGitUri(uri, parent);
    const after = status === 'D' ? undefined : api.toGitUri(uri, commit.commit);
    return [uri, before, after];
  });
  await vscode.commands.executeCommand('vscode.changes', `${name} ${commit.subject}`, changes);
}

async function changedFiles(
  repository: Repository,
  parent: string,
  commit: string,
): Promise<{ status: string; file: string }[]> {
  const output = await repository.git('diff-tree', '-r', '-z', '--no-renames', '--name-status', parent, commit, '--');
  const fields = output.split('\0');
  const files: { status: string; file: string }[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    files.push({ status: fields[index] ?? '', file: fields[index + 1] ?? '' });
  }
  return files;
}
