import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RecordEntry, RecordList } from '../core/reports/recordReport';
import { folded } from './folded';
import type { PanelContext } from './panelContext';
import { readingsChart } from './readingsChart';
import { recordForm } from './recordForm';

const LIMIT = 10;

/** Renders a section with its form for each kind of record that the team uses. */
export function recordsView(context: PanelContext): readonly TemplateResult[] {
  return context.records.lists.map((list) => recordSection(list, context));
}

function recordSection(list: RecordList, context: PanelContext): TemplateResult {
  const { texts, form, canTick, openForm } = context;
  const { kind, plural, preset } = list;
  const heading = `heading-${kind}`;
  const { shown, button } = folded(`records-${kind}`, list.records, LIMIT, context);
  const isNew = form?.kind === kind && form.id === null;
  return html`<section aria-labelledby=${heading} data-kind=${kind}>
    <div class="with-action">
      <h2 id=${heading} tabindex="-1">${plural}</h2>
      ${
        canTick && !isNew
          ? html`<button
              class="more"
              aria-label="${texts.add}: ${list.label}"
              @click=${() => {
                openForm({ kind, id: null, values: preset });
              }}
            >
              ${texts.add}
            </button>`
          : nothing
      }
    </div>
    ${isNew ? recordForm(list, form, context) : nothing}
    <ul class="records">
      ${repeat(
        shown,
        ({ id }) => id,
        (entry) => recordRow(entry, list, context),
      )}
    </ul>
    ${button}
  </section>`;
}

function recordRow(entry: RecordEntry, list: RecordList, context: PanelContext): TemplateResult {
  const { texts, formats, form, canTick, openForm } = context;
  const { id, line, author, goal, created, values, readings } = entry;
  if (form && form.id === id) return html`<li>${recordForm(list, form, context)}</li>`;
  return html`<li>
    <div class="what">
      <bdi class="line">${line}</bdi>
      <div class="about">
        ${author === null ? nothing : html`<bdi>${author}</bdi>`} ${goal === null ? nothing : html`<bdi>${goal}</bdi>`}
      </div>
      ${readingsChart(readings, line, context)}
    </div>
    ${created === null ? nothing : html`<span class="day">${formats.instant(created)}</span>`}
    ${
      canTick && Object.keys(values).length > 0
        ? html`<button
            class="more"
            aria-label="${texts.edit}: ${line}"
            @click=${() => {
              openForm({ kind: list.kind, id, values });
            }}
          >
            ${texts.edit}
          </button>`
        : nothing
    }
  </li>`;
}
