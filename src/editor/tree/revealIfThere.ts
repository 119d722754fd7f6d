import type * as vscode from 'vscode';

/** Brings a row into sight. Ignores the editor's refusal for a row that has gone away in the meantime: nothing is lost by it. */
export async function revealIfThere<Row>(
  view: Pick<vscode.TreeView<Row>, 'reveal'>,
  row: Row,
  options: NonNullable<Parameters<vscode.TreeView<Row>['reveal']>[1]>,
): Promise<void> {
  await view.reveal(row, options).then(undefined, () => undefined);
}
