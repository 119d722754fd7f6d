import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { TeamReport } from '../core/reports/teamReport';
import { overdueIcon } from './icons';
import { percentOf } from '../core/text/percent';
import type { PanelContext } from './panelContext';
import { progressBar } from './progressBar';

/** Renders the state of the team in one line: progress, overdue goals, goals due soon, and goals done lately. */
export function summary(report: TeamReport, context: PanelContext): TemplateResult {
  const { texts, formats } = context;
  const { done, total, merged, unmerged, overdue } = report.totals;
  const share = (count: number): number => (total === 0 ? 0 : count / total);
  const measured = {
    done,
    total,
    unmerged,
    percent: percentOf(share(done)),
    isMeasured: false,
    merged: share(merged),
    reached: share(merged + unmerged),
  };
  const soon = report.dueSoon.length - report.dueSoon.filter((line) => line.overdue).length;
  const figure = (label: string, value: number, icon?: TemplateResult): TemplateResult =>
    html`<div>
      <dt>${label}</dt>
      <dd>${formats.number(value)} ${icon}</dd>
    </div>`;
  return html`<dl class="summary">
    <div class="wide">
      <dt>${texts.done}</dt>
      <dd>${progressBar(measured, texts.title, context)}</dd>
    </div>
    ${figure(texts.overdue, overdue, overdue > 0 ? overdueIcon() : undefined)} ${figure(texts.comingDays, soon)}
    ${figure(texts.doneLately, report.doneLately.length)}
  </dl>`;
}
