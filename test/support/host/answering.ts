import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What is typed into an input box, or a part of the label of the row that is chosen; `escape` goes away. */
export type Answer = string | typeof ESCAPE;

export const ESCAPE = Symbol('escape');

/** What was asked: the prompt of an input box with what stood in it, or the labels of the rows. */
export interface Asked {
  readonly prompt: string;
  readonly value: string;
  readonly rows: readonly string[];
}

/**
 * Gives these answers to the boxes and lists of a command, one after the other, as a person would: a text that the box refuses fails
 * the test, and so does an answer that nobody asked for.
 */
export async function answering(run: () => Promise<void>, ...answers: readonly Answer[]): Promise<readonly Asked[]> {
  const shown = { ...vscode.window };
  const asked: Asked[] = [];
  const next = (): Answer => {
    const answer = answers[asked.length - 1];
    assert.ok(answer !== undefined, `nobody answers: ${JSON.stringify(asked.at(-1))}`);
    return answer;
  };
  Object.assign(vscode.window, {
    showInputBox: async (options: vscode.InputBoxOptions = {}) => {
      const { prompt = '', value = '' } = options;
      asked.push({ prompt, value, rows: [] });
      const answer = next();
      if (answer === ESCAPE) return undefined;
      assert.ok(!(await options.validateInput?.(answer)), `the box refuses ${answer}`);
      return answer;
    },
    showQuickPick: async (
      items: readonly vscode.QuickPickItem[] | Thenable<readonly vscode.QuickPickItem[]>,
      { placeHolder = '' }: vscode.QuickPickOptions = {},
    ) => {
      const rows = await items;
      asked.push({ prompt: placeHolder, value: '', rows: rows.map(({ label }) => label) });
      const answer = next();
      if (answer === ESCAPE) return undefined;
      const found = rows.find(({ label }) => label.includes(answer));
      assert.ok(found, `${answer} is none of ${rows.map(({ label }) => label).join(', ')}`);
      return found;
    },
  });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, { showInputBox: shown.showInputBox, showQuickPick: shown.showQuickPick });
  }
  assert.equal(asked.length, answers.length, 'all answers were asked for');
  return asked;
}
