import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { GoalLine } from '../core/reports/teamReport';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

type Measured = Pick<GoalLine, 'percent' | 'isMeasured' | 'done' | 'total' | 'merged' | 'reached' | 'unmerged'>;

/**
 * Renders a bar; beside it stands the share of what is measured, or the count of what is counted. The lighter part of the bar is done but
 * not merged.
 * @param way text beside the share, such as `120 → 95 of 80 ms`.
 */
export function progressBar(measured: Measured, name: string, context: PanelContext, way?: string): TemplateResult {
  const { percent, isMeasured, done, total, merged, reached, unmerged } = measured;
  const { texts, formats } = context;
  const told = isMeasured
    ? formats.percent(percent / 100)
    : fillText(texts.ofTotal, formats.number(done), formats.number(total));
  const waiting = unmerged === 0 ? undefined : fillText(texts.notMerged, formats.number(unmerged));
  return html`<div class="progress">
      <svg
        class=${merged === 1 ? 'bar full' : 'bar'}
        role="progressbar"
        aria-label=${name}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow=${percent}
        aria-valuetext=${[told, way, waiting].filter((part) => part !== undefined).join(', ')}
      >
        <rect class="track" width="100%" height="100%" rx="3"></rect>
        ${
          reached > merged
            ? svg`<rect class="unmerged" width="${reached * 100}%" height="100%" rx="3"></rect>`
            : nothing
        }
        <rect class="value" width="${merged * 100}%" height="100%" rx="3"></rect>
      </svg>
      <span class=${isMeasured ? 'percent' : 'count'}>${told}</span>
      ${way === undefined ? nothing : html`<span class="count">${way}</span>`}
    </div>
    ${waiting === undefined ? nothing : html`<div class="unmerged-note">${waiting}</div>`}`;
}
