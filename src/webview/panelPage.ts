import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { branchBar, ofThisBranch } from './branchBar';
import { fileNotice } from './fileNotice';
import { isOkrUsed, okrView } from './okrView';
import { pactsView } from './pactsView';
import type { PanelContext } from './panelContext';
import { progressView } from './progressView';
import { recordsView } from './recordsView';
import type { Tab } from './tabList';
import { tabList } from './tabList';

/** Renders the whole page: the parts above all views, then the views, each with a tab once it has content. */
export function panelPage(context: PanelContext): TemplateResult {
  const { texts, report } = context;
  const hasGoals = report.totals.goals + report.branches.goals.length > 0;
  const isUsable = report.file.state === 'ok' || report.file.state === 'absent';
  return html`<header>
      <h1>${texts.title}</h1>
      ${hasGoals && isUsable ? html`<div class="actions">${branchBar(context)} ${addButton('secondary', context)}</div>` : nothing}
    </header>
    ${fileNotice(context)} ${hasGoals || !isUsable ? nothing : emptyPage(context)}
    ${tabList(tabsOf(hasGoals, context), context)}`;
}

function tabsOf(hasGoals: boolean, context: PanelContext): readonly Tab[] {
  const { texts, report, records, okr, pacts } = context;
  const tabs: (Tab & { readonly isUsed: boolean })[] = [
    {
      key: 'progress',
      label: texts.progress,
      isUsed: hasGoals,
      content: () => progressView(context.thisBranch ? ofThisBranch(report) : report, context),
    },
    { key: 'okr', label: texts.objectives, isUsed: isOkrUsed(okr), content: () => okrView(context) },
    { key: 'pacts', label: texts.pacts, isUsed: pacts.length > 0, content: () => pactsView(context) },
    { key: 'records', label: texts.entries, isUsed: records.lists.length > 0, content: () => recordsView(context) },
  ];
  return tabs.filter(({ isUsed }) => isUsed);
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
