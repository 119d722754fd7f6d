import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { LargerGoal, TeamReport } from '../core/reports/teamReport';
import { burnUpChart } from './burnUpChart';
import { fillText } from '../core/text/fillText';
import { openIcon } from './icons';
import type { PanelContext } from './panelContext';

/** Renders the button that shows and hides the burn-up of a goal. */
export function burnUpButton({ id, title }: LargerGoal, context: PanelContext): TemplateResult {
  const { texts, toggle, askBurnUp } = context;
  const isOpen = context.isExpanded(keyOf(id));
  return html`<button
    class="more disclosure"
    data-focus="burn-up"
    aria-expanded=${isOpen ? 'true' : 'false'}
    aria-label=${fillText(texts.burnUpOf, title)}
    @click=${() => {
      toggle(keyOf(id));
      if (!isOpen) askBurnUp(id);
    }}
  >
    ${openIcon()}${texts.burnUp}
  </button>`;
}

/** Renders the burn-up in a row of its own below the goal, while the person wants to see it. */
export function burnUpRow(goal: LargerGoal, columns: number, context: PanelContext): TemplateResult | typeof nothing {
  if (!context.isExpanded(keyOf(goal.id))) return nothing;
  return html`<tr role="row" class="course">
    <td role="cell" colspan=${columns}>${course(goal, context)}</td>
  </tr>`;
}

function course({ id, title }: LargerGoal, context: PanelContext): TemplateResult {
  const { texts } = context;
  const points = context.burnUp(id);
  if (points === undefined) return hint(texts.readingHistory);
  if (points === null) return hint(texts.burnUpFailed);
  return points.length < 2 ? hint(texts.noBurnUp) : burnUpChart(points, title, context);
}

function hint(text: string): TemplateResult {
  return html`<p class="hint" role="status">${text}</p>`;
}

/** Returns the ids of the goals whose burn-up is shown. */
export function openBurnUps({ larger }: TeamReport, isExpanded: (list: string) => boolean): readonly string[] {
  return larger.map(({ id }) => id).filter((id) => isExpanded(keyOf(id)));
}

function keyOf(id: string): string {
  return `burn-up-${id}`;
}
