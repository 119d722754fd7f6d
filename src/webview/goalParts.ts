import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GoalLine, Owner } from '../core/reports/teamReport';
import { fillText } from '../core/text/fillText';
import { about } from './about';
import { activeIcon, overdueIcon } from './icons';
import type { PanelContext } from './panelContext';

/** Renders the title as a button that opens the goal. */
export function goalTitle({ id, title }: Pick<GoalLine, 'id' | 'title'>, { send }: PanelContext): TemplateResult {
  return html`<button
    class="title"
    dir="auto"
    title=${title}
    data-focus="open"
    @click=${() => {
      send({ type: 'openGoal', id });
    }}
  >
    ${title}
  </button>`;
}

/** Renders the box of a goal that a person closes; goals with children are measured by them and have none. */
export function goalTick(line: GoalLine, { texts, canTick, send }: PanelContext): TemplateResult {
  const { id, title, status, children } = line;
  if (children > 0) return html`<span class="no-tick"></span>`;
  return html`<input
    type="checkbox"
    data-focus="tick"
    aria-label=${fillText(texts.tick, title)}
    ?disabled=${!canTick}
    .checked=${live(status === 'done')}
    @change=${(event: Event) => {
      send({ type: 'tick', id, done: (event.target as HTMLInputElement).checked });
    }}
  />`;
}

export function goalDay({ due, overdue }: GoalLine, { texts, formats }: PanelContext): TemplateResult | typeof nothing {
  if (due === null) return nothing;
  const day = html`<time datetime=${due} title=${formats.fullDay(due)}>${formats.shortDay(due)}</time>`;
  if (!overdue) return html`<span class="day">${day}</span>`;
  return html`<span class="day late">${overdueIcon()}<span class="hidden">${texts.overdue}:</span> ${day}</span>`;
}

export function ownerName(owner: Owner | null, { texts }: PanelContext): TemplateResult {
  if (owner === null) return html`<span class="owner nobody">${texts.nobody}</span>`;
  const name = owner.isMe ? fillText(texts.you, owner.name) : owner.name;
  return html`<bdi class="owner" title=${name}>${name}</bdi>`;
}

/** Renders the authors of the commits below a goal, without any ranking. */
export function contributorNames(names: readonly string[], { texts }: PanelContext): TemplateResult | typeof nothing {
  return names.length === 0 ? nothing : about([fillText(texts.contributors, names.join(', '))]);
}

export function activeMark({ active }: GoalLine, { texts }: PanelContext): TemplateResult | typeof nothing {
  return active ? html`<span class="mark">${activeIcon()}${texts.active}</span>` : nothing;
}

/** Names the kind unless it is a micro goal, and the status unless it is open: "Key result", "Paused". */
export function kindAndStatus(
  { kind, status }: Pick<GoalLine, 'kind' | 'status'>,
  { texts }: PanelContext,
): readonly string[] {
  const words = [kind === 'micro' ? undefined : texts[kind], status === 'open' ? undefined : texts[status]];
  return words.filter((word) => word !== undefined);
}
