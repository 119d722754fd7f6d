import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { GoalLine } from '../core/rules/teamReport';
import { fillText } from './fillText';
import type { PanelContext } from './panelContext';

type Measured = Pick<GoalLine, 'progress' | 'done' | 'total'>;

/** A bar with its share and its count in words beside it. */
export function progressBar({ progress, done, total }: Measured, name: string, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const percent = formats.percent(progress);
  const count = fillText(texts.ofTotal, formats.number(done), formats.number(total));
  return html`<div class="progress">
    <svg
      class=${progress === 1 ? 'bar full' : 'bar'}
      role="progressbar"
      aria-label=${name}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.floor(progress * 100)}
      aria-valuetext="${percent}, ${count}"
    >
      <rect class="track" width="100%" height="100%" rx="3"></rect>
      <rect class="value" width="${progress * 100}%" height="100%" rx="3"></rect>
    </svg>
    <span class="percent">${percent}</span>
    <span class="count">${count}</span>
  </div>`;
}
