import * as vscode from 'vscode';
import type { PanelTexts } from '../../protocol/panelTexts';

/** The panel's texts in the editor's language. Placeholders stay: the panel fills them. */
export function teamPanelTexts(): PanelTexts {
  return { ...frameTexts(), ...sectionTexts(), ...goalTexts() };
}

function frameTexts() {
  return {
    title: vscode.l10n.t('Team progress'),
    addGoal: vscode.l10n.t('Add a team goal'),
    openFile: vscode.l10n.t('Open file'),
    empty: vscode.l10n.t('The team has no goals here yet. They live in one file that is committed with the code.'),
    broken: vscode.l10n.t('The shared goals file cannot be read.'),
    readOnly: vscode.l10n.t('The shared goals file is read-only for now.'),
    place: vscode.l10n.t('Line {0}, column {1}'),
    showAll: vscode.l10n.t('Show all {0}'),
    showFewer: vscode.l10n.t('Show fewer'),
  };
}

function sectionTexts() {
  return {
    larger: vscode.l10n.t('Objectives and pacts'),
    noLarger: vscode.l10n.t('No objective or pact yet. Goals can serve a larger one.'),
    people: vscode.l10n.t('Who works on what'),
    noOpenGoals: vscode.l10n.t('Nothing is open.'),
    nobody: vscode.l10n.t('Nobody yet'),
    you: vscode.l10n.t('{0} (you)'),
    overdue: vscode.l10n.t('Overdue'),
    dueSoon: vscode.l10n.t('Due in 14 days'),
    nothingDue: vscode.l10n.t('Nothing is due in the next 14 days.'),
    doneLately: vscode.l10n.t('Done in 7 days'),
    unaligned: vscode.l10n.t('Without a larger goal'),
  };
}

function goalTexts() {
  return {
    goal: vscode.l10n.t('Goal'),
    progress: vscode.l10n.t('Progress'),
    owner: vscode.l10n.t('Owner'),
    due: vscode.l10n.t('Due'),
    commits: vscode.l10n.t('Commits'),
    tick: vscode.l10n.t('Done: {0}'),
    active: vscode.l10n.t('Working on it'),
    done: vscode.l10n.t('Done'),
    ofTotal: vscode.l10n.t('{0} of {1}'),
    objective: vscode.l10n.t('Objective'),
    keyResult: vscode.l10n.t('Key result'),
    pact: vscode.l10n.t('Pact'),
    micro: vscode.l10n.t('Micro goal'),
    open: vscode.l10n.t('Open'),
    proposed: vscode.l10n.t('Proposed'),
    paused: vscode.l10n.t('Paused'),
    missed: vscode.l10n.t('Missed'),
    dropped: vscode.l10n.t('Dropped'),
  };
}
