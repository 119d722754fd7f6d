import type * as vscode from 'vscode';

/** Brings a row into sight. One that went away meanwhile cannot be revealed, and nothing is lost by that: the editor's refusal is no failure. */
export async function revealIfThere<Row>(
  view: Pick<vscode.TreeView<Row>, 'reveal'>,
  row: Row,
  options: NonNullable<Parameters<vscode.TreeView<Row>['reveal']>[1]>,
): Promise<void> {
  await view.reveal(row, options).then(undefined, () => undefined);
}
