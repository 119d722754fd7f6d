import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { ReadingSeries } from '../core/okr/readingSeries';
import { fillText } from '../core/text/fillText';
import { withUnit } from '../core/text/withUnit';
import { HEIGHT, WIDTH } from './burnUpShape';
import { openIcon } from './icons';
import type { PanelContext } from './panelContext';
import { readingsShape } from './readingsShape';

/** Renders what was measured, folded, as a line over time and as a table; nothing without at least two readings. */
export function readingsChart(
  series: ReadingSeries | null,
  title: string,
  context: PanelContext,
): TemplateResult | typeof nothing {
  if (series === null) return nothing;
  const { texts, formats } = context;
  const { unit, readings } = series;
  const said = (value: number): string => withUnit(value, unit);
  const { line, from, to, low, high } = readingsShape(readings);
  const edges = [readings[0], readings.at(-1)].flatMap((each) =>
    each ? [said(each.value), formats.yearDay(each.day)] : [],
  );
  return html`<details class="burn-up readings">
    <summary class="disclosure" aria-label=${fillText(texts.readingsOf, title)}>${openIcon()}${texts.readings}</summary>
    <div class="plot">
      <div class="scale" aria-hidden="true"><span>${said(high)}</span><span>${said(low)}</span></div>
      <svg
        role="img"
        aria-label=${fillText(texts.readingsSummary, title, ...edges)}
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
      >
        <path class="grid" d="M0 0H${WIDTH}M0 ${HEIGHT}H${WIDTH}"></path>
        <path class="done" d=${line}></path>
      </svg>
      <div class="dates" aria-hidden="true">
        <span>${formats.yearDay(from)}</span><span>${formats.yearDay(to)}</span>
      </div>
    </div>
    ${valueTable(series, title, context)}
  </details>`;
}

function valueTable(
  { unit, readings }: ReadingSeries,
  title: string,
  { texts, formats }: PanelContext,
): TemplateResult {
  return html`<table aria-label=${fillText(texts.readingsOf, title)}>
    <thead>
      <tr>
        <th scope="col">${texts.date}</th>
        <th scope="col" class="number">${texts.value}</th>
      </tr>
    </thead>
    <tbody>
      ${readings.map(
        ({ day, value }) =>
          html`<tr>
            <th scope="row">${formats.yearDay(day)}</th>
            <td class="number">${withUnit(value, unit)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
