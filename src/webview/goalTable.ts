import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LargerGoal } from '../core/rules/teamReport';
import { folded } from './folded';
import { goalDay, goalTitle, kindAndStatus, ownerName } from './goalParts';
import type { PanelContext } from './panelContext';
import { progressBar } from './progressBar';

const LIMIT = 50;
/** Deeper goals are not moved further to the right: their titles would have no room. */
const MAX_INDENT = 4;

/** Objectives, key results and pacts with their progress. */
export function goalTable(goals: readonly LargerGoal[], labelledBy: string, context: PanelContext): TemplateResult {
  const { texts } = context;
  const { shown, button } = folded('larger', goals, LIMIT, context);
  return html`<table aria-labelledby=${labelledBy}>
      <thead>
        <tr>
          <th scope="col">${texts.goal}</th>
          <th scope="col">${texts.progress}</th>
          <th scope="col">${texts.owner}</th>
          <th scope="col">${texts.due}</th>
          <th scope="col" class="number">${texts.commits}</th>
        </tr>
      </thead>
      <tbody data-list="larger">
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
  return html`<tr data-goal=${goal.id} class=${goal.status}>
    <th scope="row" data-depth=${Math.min(goal.depth, MAX_INDENT)}>
      ${goalTitle(goal, context)}
      <div class="about"><span>${kindAndStatus(goal, context)}</span></div>
    </th>
    <td class="measure">${progressBar(goal, goal.title, context)}</td>
    <td class="who">${ownerName(goal.owner, context)}</td>
    <td class="when">${goalDay(goal, context)}</td>
    <td class="number">${formats.number(goal.commits)}</td>
  </tr>`;
}
