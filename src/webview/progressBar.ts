import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { GoalLine } from '../core/reports/teamReport';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

type Measured = Pick<GoalLine, 'progress' | 'done' | 'total' | 'merged' | 'reached' | 'unmerged'>;

/**
 * Renders a bar with its share and its count in words beside it; the lighter part of the bar is done but not merged.
 * @param counted text in place of the count, for goals that are measured by something else.
 */
export function progressBar(measured: Measured, name: string, context: PanelContext, counted?: string): TemplateResult {
  const { progress, done, total, merged, reached, unmerged } = measured;
  const { texts, formats } = context;
  const percent = formats.percent(progress);
  const count = counted ?? fillText(texts.ofTotal, formats.number(done), formats.number(total));
  const waiting = unmerged === 0 ? undefined : fillText(texts.notMerged, formats.number(unmerged));
  return html`<div class="progress">
      <svg
        class=${merged === 1 ? 'bar full' : 'bar'}
        role="progressbar"
        aria-label=${name}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${Math.floor(progress * 100)}
        aria-valuetext=${[percent, count, waiting].filter((part) => part !== undefined).join(', ')}
      >
        <rect class="track" width="100%" height="100%" rx="3"></rect>
        ${
          reached > merged
            ? svg`<rect class="unmerged" width="${reached * 100}%" height="100%" rx="3"></rect>`
            : nothing
        }
        <rect class="value" width="${merged * 100}%" height="100%" rx="3"></rect>
      </svg>
      <span class="percent">${percent}</span>
      <span class="count">${count}</span>
    </div>
    ${waiting === undefined ? nothing : html`<div class="unmerged-note">${waiting}</div>`}`;
}
