import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LargerGoal } from '../core/reports/teamReport';
import { blockedWords, elsewhereWords } from './factWords';
import { burnUpButton, burnUpRow } from './burnUpRow';
import { folded } from './folded';
import { goalDay, goalTitle, kindAndStatus, ownerName } from './goalParts';
import type { PanelContext } from './panelContext';
import { progressBar } from './progressBar';

const LIMIT = 50;
/** Depth of the last indentation: further to the right, titles would have no room. */
const MAX_INDENT = 4;
const COLUMNS = 5;

/** Renders objectives, key results and pacts with their progress. */
export function goalTable(goals: readonly LargerGoal[], labelledBy: string, context: PanelContext): TemplateResult {
  const { texts } = context;
  const { shown, button } = folded('larger', goals, LIMIT, context);
  return html`<table class="larger" role="table" aria-labelledby=${labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">${texts.goal}</th>
          <th role="columnheader" scope="col" class="col-progress">${texts.progress}</th>
          <th role="columnheader" scope="col" class="col-owner">${texts.owner}</th>
          <th role="columnheader" scope="col" class="col-due">${texts.due}</th>
          <th role="columnheader" scope="col" class="col-commits number">${texts.commits}</th>
        </tr>
      </thead>
      <tbody role="rowgroup" data-list="larger">
        ${repeat(
          shown,
          ({ id }) => id,
          (goal) => goalRow(goal, context),
        )}
      </tbody>
    </table>
    ${button}`;
}

function goalRow(goal: LargerGoal, context: PanelContext): TemplateResult {
  const { formats } = context;
  return html`<tr role="row" data-goal=${goal.id} class=${goal.status}>
      <th role="rowheader" scope="row" data-depth=${Math.min(goal.depth, MAX_INDENT)}>
        ${goalTitle(goal, context)}
        <div class="about">
          ${[...kindAndStatus(goal, context), ...blockedWords(goal, context), ...elsewhereWords(goal.elsewhere, context)].map((word) => html`<span>${word}</span>`)}
        </div>
      </th>
      <td role="cell" class="measure">${progressBar(goal, goal.title, context)} ${burnUpButton(goal, context)}</td>
      <td role="cell" class="who">${ownerName(goal.owner, context)}</td>
      <td role="cell" class="when">${goalDay(goal, context)}</td>
      <td role="cell" class="number">${formats.number(goal.commits)}</td>
    </tr>
    ${burnUpRow(goal, COLUMNS, context)}`;
}
