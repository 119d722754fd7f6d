import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { GoalLine } from '../core/reports/teamReport';
import { blockedWords, elsewhereWords } from './factWords';
import { fillText } from '../core/text/fillText';
import { folded } from './folded';
import { activeMark, goalDay, goalTick, goalTitle, kindAndStatus, ownerName } from './goalParts';
import type { PanelContext } from './panelContext';

export interface GoalListOptions {
  /** Key that is unique in the page, for focus and folding. */
  readonly key: string;
  /** Number of goals shown before "Show all". */
  readonly limit: number;
  readonly showsOwner: boolean;
}

/** Renders goals as rows: box, title, and the facts that matter here in a second line. */
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

function goalRow(line: GoalLine, options: GoalListOptions, context: PanelContext): TemplateResult {
  // A closed goal shows when it was closed, not when it was due.
  const day =
    line.status === 'done' && line.statusChanged !== null
      ? html`<span class="day">${context.formats.instant(line.statusChanged)}</span>`
      : goalDay(line, context);
  return html`<li data-goal=${line.id}>
    ${goalTick(line, context)}
    <div class="what">${goalTitle(line, context)} ${aboutGoal(line, options, context)}</div>
    ${day}
  </li>`;
}

function aboutGoal(line: GoalLine, { showsOwner }: GoalListOptions, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const { status, children, isMeasured, percent, done, total, owner } = line;
  const words = status === 'done' ? [] : [...kindAndStatus(line, context), ...blockedWords(line, context)];
  if (status !== 'done' && isMeasured) words.push(formats.percent(percent / 100));
  else if (status !== 'done' && children > 0)
    words.push(fillText(texts.ofTotal, formats.number(done), formats.number(total)));
  if (line.evidence !== null) words.push(texts[line.evidence]);
  words.push(...elsewhereWords(line.elsewhere, context));
  return html`<div class="about">
    ${activeMark(line, context)}${words.map((word) => html`<span>${word}</span>`)}${
      showsOwner && owner !== null ? ownerName(owner, context) : nothing
    }
  </div>`;
}
