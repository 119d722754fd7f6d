import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { OkrCycle, OkrLine, OkrObjective, OkrReport } from '../core/reports/okrReport';
import type { GoalLine } from '../core/reports/teamReport';
import { fillText } from '../core/text/fillText';
import { about } from './about';
import { folded } from './folded';
import { askedSection, charterSection, misfitSections, servedBy } from './relationSections';
import { contributorNames, goalTitle, kindAndStatus } from './goalParts';
import type { PanelContext } from './panelContext';
import { progressBar } from './progressBar';
import { readingsChart } from './readingsChart';

const LIMIT = 20;

type Bars = ReadonlyMap<string, GoalLine>;

export function isOkrUsed(okr: OkrReport): boolean {
  return Object.values(okr).some((lines: readonly unknown[]) => lines.length > 0);
}

/** Renders the purpose of the team, its objectives cycle by cycle, requests, and goals that do not fit. */
export function okrView(context: PanelContext): TemplateResult {
  const bars = new Map(context.report.larger.map((goal) => [goal.id, goal]));
  return html`${charterSection(context)} ${askedSection(context)}
  ${context.okr.cycles.map((cycle) => cycleSection(cycle, bars, context))} ${misfitSections(context)}`;
}

function cycleSection({ cycle, objectives }: OkrCycle, bars: Bars, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const key = `cycle-${cycle?.id ?? 'none'}`;
  const { shown, button } = folded(key, objectives, LIMIT, context);
  const days = cycle ? `${formats.yearDay(cycle.from)} – ${formats.yearDay(cycle.to)}` : undefined;
  const closed = cycle?.closed ? fillText(texts.closedOn, formats.yearDay(cycle.closed)) : undefined;
  return html`<section aria-labelledby="heading-${key}">
    <div class="with-action">
      <h2 id="heading-${key}" tabindex="-1"><bdi>${cycle ? cycle.title : texts.noCycle}</bdi></h2>
      ${about([days, closed])}
    </div>
    ${objectives.length === 0 ? html`<p class="hint">${texts.noObjectives}</p>` : nothing}
    <ul class="outline" data-list=${key}>
      ${shown.map((objective) => objectiveItem(objective, bars, context))}
    </ul>
    ${button}
  </section>`;
}

function objectiveItem(objective: OkrObjective, bars: Bars, context: PanelContext): TemplateResult {
  const { id, keyResults, contributors, agreed } = objective;
  const { texts } = context;
  return html`<li data-goal=${id}>
    <div class="row objective">${lineParts(objective, bars.get(id), context)}</div>
    ${contributorNames(contributors, context)} ${servedBy(`agreed-${id}`, texts.byAgreement, agreed, context)}
    ${
      keyResults.length === 0
        ? nothing
        : html`<ul class="outline" data-list="below-${id}">
            ${keyResults.map(
              (line) => html`<li data-goal=${line.id} class="row">${lineParts(line, bars.get(line.id), context)}</li>`,
            )}
          </ul>`
    }
  </li>`;
}

function lineParts(line: OkrLine, bar: GoalLine | undefined, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const { owner, ambition, measure, confidence, outlook, score, isScoreGiven, carriedTo, learned, serves, readings } =
    line;
  const fill = (text: string, value: string | null): string | undefined =>
    value === null ? undefined : fillText(text, value);
  const isMoving = carriedTo === null && line.status !== 'dropped';
  return html`<div class="what">
      ${goalTitle(line, context)}
      ${about([
        ...kindAndStatus({ ...line, kind: line.kind === 'objective' ? 'micro' : line.kind }, context),
        owner ?? texts.nobody,
        ambition === null ? undefined : texts[ambition],
        fill(texts.serves, serves),
        fill(texts.confidence, confidence === null ? null : formats.number(confidence)),
        fill(isScoreGiven ? texts.score : texts.proposedScore, score === null ? null : formats.number(score)),
        fill(texts.carriedOver, carriedTo),
        fill(texts.learned, learned),
      ])}
      ${outlook === null ? nothing : html`<div class="outlook ${outlook.state}">${outlook.text}</div>`}
    </div>
    <div class="measure">
      ${
        line.isKept
          ? about([measure ?? undefined])
          : bar && isMoving
            ? progressBar(bar, line.title, context, measure ?? undefined)
            : nothing
      }
      ${readingsChart(readings, line.title, context)}
    </div>`;
}
