import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { TeamReport } from '../core/rules/teamReport';
import { overdueIcon } from './icons';
import type { PanelContext } from './panelContext';
import { progressBar } from './progressBar';

/** The state of the team in one line: how far, what is late, what comes, what was done. */
export function summary(report: TeamReport, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const { done, total, overdue } = report.totals;
  const soon = report.dueSoon.length - report.dueSoon.filter((line) => line.overdue).length;
  const figure = (label: string, value: number, icon?: TemplateResult): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${formats.number(value)} ${icon}</dd>
    </div>`;
  return html`<dl class="summary">
    <div class="wide">
      <dt>${texts.done}</dt>
      <dd>${progressBar({ progress: total === 0 ? 0 : done / total, done, total }, texts.title, context)}</dd>
    </div>
    ${figure(texts.overdue, overdue, overdue > 0 ? overdueIcon() : undefined)} ${figure(texts.comingDays, soon)}
    ${figure(texts.doneLately, report.doneLately.length)}
  </dl>`;
}
