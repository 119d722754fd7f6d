import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { GoalLine, TeamReport } from '../core/reports/teamReport';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

/** Renders how old and complete our knowledge of the server is, and the switch to the goals of this branch alone. */
export function branchBar(context: PanelContext): TemplateResult | typeof nothing {
  const { texts, formats, thisBranch } = context;
  const { integration, fetched, shallow } = context.report.branches;
  const depth = shallow ? html`<span class="age">${texts.shallow}</span>` : nothing;
  if (integration === null) return depth;
  const age = fetched === null ? undefined : fillText(texts.asOf, integration, formats.ago(fetched, Date.now()));
  return html`${depth}${age === undefined ? nothing : html`<span class="age">${age}</span>`}
    <label class="switch"
      ><input
        type="checkbox"
        .checked=${thisBranch}
        @change=${(event: Event) => {
          context.showThisBranch((event.target as HTMLInputElement).checked);
        }}
      />${texts.thisBranch}</label
    >`;
}

/** Returns the report with only the goals that this branch is about; the figures stay those of the team. */
export function ofThisBranch(report: TeamReport): TeamReport {
  const isHere = ({ thisBranch }: GoalLine): boolean => thisBranch;
  return {
    ...report,
    larger: report.larger.filter(isHere),
    people: report.people
      .map(({ person, goals }) => ({ person, goals: goals.filter(isHere) }))
      .filter(({ goals }) => goals.length > 0),
    dueSoon: report.dueSoon.filter(isHere),
    unaligned: report.unaligned.filter(isHere),
    doneLately: report.doneLately.filter(isHere),
    branches: { ...report.branches, goals: [] },
  };
}
