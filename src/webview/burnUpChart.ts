import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { DAY } from '../core/ports/ports';
import type { BurnUpPoint } from '../core/reports/burnUp';
import type { BurnUpShape } from './burnUpShape';
import { burnUpShape, HEIGHT, WIDTH } from './burnUpShape';
import { fillText } from '../core/text/fillText';
import { openIcon } from './icons';
import type { PanelContext } from './panelContext';

/** Period in milliseconds; the dates of a shorter one include the time of day. */
const SHORT = 2 * DAY;

/**
 * Renders total and done as lines over time and as a table.
 * @param points oldest first, at least two.
 */
export function burnUpChart(points: readonly BurnUpPoint[], title: string, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const shape = burnUpShape(points);
  const last = points.at(-1);
  return html`<figure class="burn-up">
    <figcaption>
      <span>${swatch('done')}${texts.done}: ${formats.number(last?.done ?? 0)}</span>
      <span>${swatch('total')}${texts.total}: ${formats.number(last?.total ?? 0)}</span>
    </figcaption>
    <div class="plot">
      <div class="scale" aria-hidden="true">
        <span>${formats.number(shape.most)}</span><span>${formats.number(0)}</span>
      </div>
      <svg
        role="img"
        aria-label=${summaryOf(points, title, shape, context)}
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
      >
        <path class="grid" d="M0 0H${WIDTH}M0 ${HEIGHT}H${WIDTH}"></path>
        <path class="area" d=${shape.doneArea}></path>
        <path class="total" d=${shape.total}></path>
        <path class="done" d=${shape.done}></path>
      </svg>
      <div class="dates" aria-hidden="true">${datesOf(shape, context).map((date) => html`<span>${date}</span>`)}</div>
    </div>
    ${pointTable(points, title, context)}
  </figure>`;
}

function swatch(line: 'done' | 'total'): TemplateResult {
  return html`<svg class="swatch" viewBox="0 0 20 10" aria-hidden="true"><path class=${line} d="M0 5H20"></path></svg>`;
}

function summaryOf(points: readonly BurnUpPoint[], title: string, shape: BurnUpShape, context: PanelContext): string {
  const { texts, formats } = context;
  const parts = [points[0], points.at(-1)].flatMap((point) =>
    point
      ? [
          fillText(texts.ofTotal, formats.number(point.done), formats.number(point.total)),
          dateOf(point.at, shape, context),
        ]
      : [],
  );
  return fillText(texts.burnUpSummary, title, ...parts);
}

/** Returns the dates below the drawing, at equal distances. */
function datesOf(shape: BurnUpShape, context: PanelContext): readonly string[] {
  const { from, to } = shape;
  const times = isShort(shape) ? [from, to] : [from, (from + to) / 2, to];
  return times.map((at) => dateOf(at, shape, context));
}

function dateOf(at: number, shape: BurnUpShape, { formats }: PanelContext): string {
  return isShort(shape) ? formats.moment(at) : formats.date(at);
}

function isShort({ from, to }: BurnUpShape): boolean {
  return to - from < SHORT;
}

function pointTable(points: readonly BurnUpPoint[], title: string, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  return html`<details>
    <summary class="disclosure">${openIcon()}${texts.asTable}</summary>
    <table aria-label=${fillText(texts.burnUpOf, title)}>
      <thead>
        <tr>
          <th scope="col">${texts.date}</th>
          <th scope="col" class="number">${texts.done}</th>
          <th scope="col" class="number">${texts.total}</th>
        </tr>
      </thead>
      <tbody>
        ${points.map(
          ({ at, done, total }) =>
            html`<tr>
              <th scope="row">${formats.moment(at)}</th>
              <td class="number">${formats.number(done)}</td>
              <td class="number">${formats.number(total)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}
