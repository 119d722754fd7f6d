import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GoalLine } from '../core/rules/teamReport';
import { folded } from './folded';
import { activeMark, goalDay, goalTick, goalTitle, kindAndStatus, ownerName } from './goalParts';
import type { PanelContext } from './panelContext';

export interface GoalListOptions {
  /** Unique in the page: focus and folding go by it. */
  readonly key: string;
  /** How many are shown before "Show all". */
  readonly limit: number;
  readonly showsOwner: boolean;
}

/** Goals as rows: box, title, and what matters here in the second line. */
export function goalList(goals: readonly GoalLine[], options: GoalListOptions, context: PanelContext): TemplateResult {
  const { shown, button } = folded(options.key, goals, options.limit, context);
  return html`<ul class="goals" data-list=${options.key}>
      ${repeat(
        shown,
        ({ id }) => id,
        (line) => goalRow(line, options, context),
      )}
    </ul>
    ${button}`;
}

function goalRow(line: GoalLine, { showsOwner }: GoalListOptions, context: PanelContext): TemplateResult {
  const about = kindAndStatus(line, context);
  // A closed goal tells when it was closed, not when it was due.
  const closed = line.status === 'done' && line.statusChanged !== null;
  return html`<li data-goal=${line.id} class=${line.status}>
    ${goalTick(line, context)}
    <div class="what">
      ${goalTitle(line, context)}
      <div class="about">
        ${activeMark(line, context)} ${about === '' || line.status === 'done' ? nothing : html`<span>${about}</span>`}
        ${showsOwner ? ownerName(line.owner, context) : nothing}
      </div>
    </div>
    ${closed ? html`<span class="day">${context.formats.instant(line.statusChanged)}</span>` : goalDay(line, context)}
  </li>`;
}
