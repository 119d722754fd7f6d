import * as vscode from 'vscode';
import type { FileNotice, NoticeCode, NoticeWords } from '../../core/snapshot/fileNotice';
import { COMMANDS } from '../contributions';
import { rowItem } from './rowItem';

export function noticeKey({ code, file, path }: FileNotice): string {
  return `:${code} ${file} ${path}`;
}

/** Returns the row of what a person should know of a file of the team; a click does what settles it. */
export function noticeItem(notice: FileNotice, key: string): vscode.TreeItem {
  const { label = notice.code, description = '', tooltip = '' }: Partial<NoticeWords> = notice.words ?? {};
  const item = rowItem(label, key, vscode.TreeItemCollapsibleState.None);
  item.description = description;
  item.tooltip = tooltip;
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = `;notice;${notice.code};`;
  item.accessibilityInformation = { label: `${label}, ${description}` };
  const command = CLICKS[notice.code];
  if (command !== undefined) item.command = { title: label, command, arguments: [vscode.Uri.file(notice.path)] };
  return item;
}

const CLICKS: Readonly<Partial<Record<NoticeCode, string>>> = {
  'ignored-file': 'vscode.open',
  'conflict-copy': COMMANDS.resolve,
  'left-aside': COMMANDS.takeLeftAside,
};
