import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { GoalLine, TeamReport } from '../core/reports/teamReport';
import { branchGoals } from './branchGoals';
import { balanceView } from './balanceView';
import { goalList } from './goalList';
import { goalTable } from './goalTable';
import type { PanelContext } from './panelContext';
import { peopleList } from './peopleList';
import { summary } from './summary';
import { winsView } from './winsView';

const LIMIT = 25;

/** Renders the progress of the team, the goals of each person, and what is due next. */
export function progressView(report: TeamReport, context: PanelContext): TemplateResult {
  const { texts } = context;
  const { larger, people, dueSoon, unaligned, doneLately, branches } = report;
  return html`${summary(report, context)}
    ${section(
      'larger',
      texts.larger,
      larger.length === 0 ? hint(texts.noLarger) : goalTable(larger, headingId('larger'), context),
    )}
    <div class="columns">
      <div>
        ${section('people', texts.people, people.length === 0 ? hint(texts.noOpenGoals) : peopleList(people, context))}
      </div>
      <div>
        ${section('due', texts.dueSoon, dueSoon.length === 0 ? hint(texts.nothingDue) : list('due', dueSoon, context))}
        ${listSection('lately', texts.doneLately, doneLately, context)} ${winsView(report.wins, context)}
        ${balanceView(report.balance, context)} ${listSection('unaligned', texts.unaligned, unaligned, context)}
        ${
          branches.goals.length === 0
            ? nothing
            : section('branches', texts.onOtherBranches, branchGoals(branches.goals, context))
        }
      </div>
    </div>`;
}

function listSection(
  key: string,
  title: string,
  goals: readonly GoalLine[],
  context: PanelContext,
): TemplateResult | typeof nothing {
  return goals.length === 0 ? nothing : section(key, title, list(key, goals, context));
}

function list(key: string, goals: readonly GoalLine[], context: PanelContext): TemplateResult {
  return goalList(goals, { key, limit: LIMIT, showsOwner: true }, context);
}

function section(key: string, title: string, content: TemplateResult): TemplateResult {
  return html`<section aria-labelledby=${headingId(key)}>
    <h2 id=${headingId(key)} tabindex="-1">${title}</h2>
    ${content}
  </section>`;
}

function headingId(key: string): string {
  return `heading-${key}`;
}

function hint(text: string): TemplateResult {
  return html`<p class="hint">${text}</p>`;
}
