import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { TeamReport } from '../core/rules/teamReport';
import { branchBar, ofThisBranch } from './branchBar';
import { fileNotice } from './fileNotice';
import type { PanelContext } from './panelContext';
import { progressView } from './progressView';
import { recordsView } from './recordsView';

/** The whole page. Further views (pacts, values, ideas, report) will stand beside `progressView` behind a tab list. */
export function panelPage(report: TeamReport, context: PanelContext): TemplateResult {
  const { texts } = context;
  const hasGoals = report.totals.goals + report.branches.goals.length > 0;
  const isUsable = report.file.state === 'ok' || report.file.state === 'absent';
  return html`<header>
      <h1>${texts.title}</h1>
      ${hasGoals && isUsable ? html`<div class="actions">${branchBar(report, context)} ${addButton('secondary', context)}</div>` : nothing}
    </header>
    ${fileNotice(report.file, context)}
    ${hasGoals ? progressView(context.thisBranch ? ofThisBranch(report) : report, context) : isUsable ? emptyPage(context) : nothing}
    ${recordsView(context)}`;
}

function emptyPage(context: PanelContext): TemplateResult {
  return html`<section class="empty">
    <p>${context.texts.empty}</p>
    ${addButton('primary', context)}
  </section>`;
}

function addButton(look: 'primary' | 'secondary', { texts, send }: PanelContext): TemplateResult {
  return html`<button
    class=${look}
    @click=${() => {
      send({ type: 'addGoal' });
    }}
  >
    ${texts.addGoal}
  </button>`;
}
