import * as vscode from 'vscode';
import type { Change } from '../core/document/change';
import type { GoalStatus } from '../core/model/goal';
import type { Goal } from '../core/model/goalView';
import { statusRefusal } from '../core/rules/acceptance';
import { setStatus } from '../core/rules/goalActions';
import { PlainError } from './commandBoundary';

const { t } = vscode.l10n;

/** How a goal stands, said by the person at the keyboard. @throws PlainError for a commitment of somebody else. */
export function statusChange(goal: Goal, status: GoalStatus, me: string | undefined): Change {
  if (statusRefusal(goal, me) !== undefined)
    throw new PlainError(t('This is a commitment of somebody else; only they say how it stands.'));
  return setStatus(goal.id, status);
}
