import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BranchGoalLine } from '../core/reports/branchReport';
import { aheadWord } from './factWords';
import { fillText } from '../core/text/fillText';
import { folded } from './folded';
import { kindAndStatus } from './goalParts';
import type { PanelContext } from './panelContext';

const KEY = 'branches';
const LIMIT = 10;

/** Renders goals that only other branches have, each with its branch and a button that brings it here. */
export function branchGoals(goals: readonly BranchGoalLine[], context: PanelContext): TemplateResult {
  const { shown, button } = folded(KEY, goals, LIMIT, context);
  return html`<ul class="goals branch-goals" data-list=${KEY}>
      ${repeat(
        shown,
        ({ id }) => id,
        (line) => branchGoalRow(line, context),
      )}
    </ul>
    ${button}`;
}

function branchGoalRow(line: BranchGoalLine, context: PanelContext): TemplateResult {
  const { texts, formats, send } = context;
  const [first, ...more] = line.places;
  const others = more.length > 0 ? [fillText(texts.moreBranches, formats.number(more.length))] : [];
  const words = [...(first ? [aheadWord(first, context)] : []), ...others, ...kindAndStatus(line, context)];
  return html`<li data-goal=${line.id}>
    <div class="what">
      <span class="branch-title" dir="auto">${line.title}</span>
      <div class="about">${words.map((word) => html`<span>${word}</span>`)}</div>
    </div>
    <button
      class="secondary"
      data-focus="open"
      aria-label=${fillText(texts.carryOverGoal, line.title)}
      @click=${() => {
        send({ type: 'carryOver', id: line.id });
      }}
    >
      ${texts.carryOver}
    </button>
  </li>`;
}
