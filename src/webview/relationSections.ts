import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AskedLine, GoalName, RelationLine } from '../core/reports/relationReport';
import { fillText } from '../core/text/fillText';
import type { PanelMessage } from '../protocol/panelMessages';
import { about } from './about';
import { folded } from './folded';
import { goalTitle } from './goalParts';
import type { PanelContext } from './panelContext';

const LIMIT = 20;

/** Renders mission, vision and priorities, each with the goals that serve it. */
export function charterSection(context: PanelContext): TemplateResult | typeof nothing {
  const { texts, okr } = context;
  if (okr.charter.length === 0) return nothing;
  return html`<section aria-labelledby="heading-charter">
    <h2 id="heading-charter" tabindex="-1">${texts.charter}</h2>
    <ul class="records">
      ${okr.charter.map(
        ({ id, type, title, goals }) =>
          html`<li>
            <span class="about label">${type}</span>
            <div class="what">
              <bdi class="line">${title}</bdi>
              ${servedBy(`charter-${id}`, texts.servedBy, goals, context)}
            </div>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Renders goals in one line, each as a button that opens it. */
export function servedBy(
  key: string,
  words: string,
  goals: readonly GoalName[],
  context: PanelContext,
): TemplateResult | typeof nothing {
  if (goals.length === 0) return nothing;
  return html`<div class="served">
    <span class="about">${words}</span>
    <ul data-list=${key}>
      ${goals.map((goal) => html`<li data-goal=${goal.id}>${goalTitle(goal, context)}</li>`)}
    </ul>
  </div>`;
}

/** Renders the goals that ask to serve an objective, with a button for each answer if the person may answer. */
export function askedSection(context: PanelContext): TemplateResult | typeof nothing {
  const { texts, okr } = context;
  return listSection('asked', texts.asked, okr.asked, (line) => askedRow(line, context), context);
}

function askedRow(line: AskedLine, context: PanelContext): TemplateResult {
  const { texts } = context;
  const { id, goal, objective, note, by, of, isMine } = line;
  const facts = [
    by === null ? undefined : fillText(texts.askedBy, by),
    note ?? undefined,
    isMine || of === null ? undefined : fillText(texts.waitsFor, of),
  ];
  const answer = (isAccepted: boolean): PanelMessage => ({ type: 'answerRelation', id, isAccepted });
  return html`<div class="what">
      ${goalTitle(goal, context)} <span class="about">${texts.asksToServe}</span> ${goalTitle(objective, context)}
      ${about(facts)}
    </div>
    ${
      isMine
        ? html`<div class="actions">
            ${actionButton('accept', [texts.accept, fillText(texts.acceptTitle, goal.title)], answer(true), context)}
            ${actionButton('decline', [texts.decline, fillText(texts.declineTitle, goal.title)], answer(false), context)}
          </div>`
        : nothing
    }`;
}

/** Renders goals that serve nothing, relations between goals, and circles of parents and of dependencies. */
export function misfitSections(context: PanelContext): TemplateResult {
  const { texts, okr } = context;
  return html`${listSection('serves-nothing', texts.servesNothing, okr.unaligned, (goal) => unalignedRow(goal, context), context)}
  ${relatedSection('conflicts', [texts.conflicts, texts.conflictsWith], okr.conflicts, context)}
  ${relatedSection('tensions', [texts.tensions, texts.inTensionWith], okr.tensions, context)}
  ${relatedSection('dependencies', [texts.dependencies, texts.dependsOn], okr.dependencies, context)}
  ${listSection(
    'waiting-circles',
    texts.waitingCircles,
    okr.dependencyCircles.map((circle, index) => ({ id: String(index), circle })),
    ({ circle }) => circleRow(circle, context),
    context,
  )}
  ${relatedSection('supports', [texts.supports, texts.supportsGoal], okr.supports, context)}
  ${listSection('circles', texts.circles, okr.circles, (goal) => goalTitle(goal, context), context)}`;
}

/** Renders relations of one type. @param words the heading, and what stands between the two goals */
function relatedSection(
  key: string,
  [heading, words]: readonly [string, string],
  lines: readonly RelationLine[],
  context: PanelContext,
): TemplateResult | typeof nothing {
  return listSection(
    key,
    heading,
    lines,
    ({ goal, to, note }) =>
      html`<div class="what">
        ${goalTitle(goal, context)} <span class="about">${words}</span> ${goalTitle(to, context)}
        ${note === null ? nothing : about([note])}
      </div>`,
    context,
  );
}

function circleRow(circle: readonly GoalName[], context: PanelContext): TemplateResult {
  const { texts } = context;
  return html`<div class="what">
    ${circle.map((goal) => html`${goalTitle(goal, context)} <span class="about">${texts.waitsForNext}</span> `)}
    <bdi>${circle[0]?.title}</bdi>
  </div>`;
}

function unalignedRow(goal: GoalName, context: PanelContext): TemplateResult {
  const { texts } = context;
  const words = [texts.align, fillText(texts.alignTitle, goal.title)] as const;
  return html`<div class="what">${goalTitle(goal, context)}</div>
    ${actionButton('align', words, { type: 'alignGoal', id: goal.id }, context)}`;
}

/** Renders a button. @param words its text, and its label with the goal for those who do not see the row. */
function actionButton(
  key: string,
  [text, label]: readonly [string, string],
  message: PanelMessage,
  { canTick, send }: PanelContext,
): TemplateResult {
  return html`<button
    class="secondary"
    aria-label=${label}
    ?disabled=${!canTick}
    data-focus=${key}
    @click=${() => {
      send(message);
    }}
  >
    ${text}
  </button>`;
}

function listSection<T extends Pick<GoalName, 'id'>>(
  key: string,
  title: string,
  entries: readonly T[],
  content: (entry: T) => TemplateResult,
  context: PanelContext,
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const { shown, button } = folded(key, entries, LIMIT, context);
  return html`<section aria-labelledby="heading-${key}">
    <h2 id="heading-${key}" tabindex="-1">${title}</h2>
    <ul class="records" data-list=${key}>
      ${shown.map((entry) => html`<li data-goal=${entry.id}>${content(entry)}</li>`)}
    </ul>
    ${button}
  </section>`;
}
