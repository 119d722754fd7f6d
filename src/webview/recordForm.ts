import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice, FormField, RecordList } from '../core/reports/recordReport';
import type { OpenForm } from './openForm';
import type { PanelContext } from './panelContext';

/** Renders the form of a kind from its declaration. Enter sends it, Escape closes it. */
export function recordForm(list: RecordList, form: OpenForm, context: PanelContext): TemplateResult {
  const { texts, sendForm, closeForm } = context;
  const { id, values, problems } = form;
  return html`<form
    class="record"
    aria-label=${list.label}
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      sendForm();
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') closeForm();
    }}
  >
    ${list.fields.filter(({ name }) => name in values).map((field) => fieldRow(field, form, context))}
    ${problems[''] === undefined ? nothing : html`<p class="problem" role="alert">${problems['']}</p>`}
    <div class="buttons">
      <button class="primary" type="submit">${id === null ? texts.add : texts.save}</button>
      <button
        class="secondary"
        type="button"
        @click=${() => {
          closeForm();
        }}
      >
        ${texts.cancel}
      </button>
    </div>
  </form>`;
}

function fieldRow(field: FormField, form: OpenForm, context: PanelContext): TemplateResult {
  const { name, label, help, required } = field;
  const problem = form.problems[name];
  const key = `field-${name}`;
  const needed = required ? html` <span class="hint">(${context.texts.needed})</span>` : nothing;
  return html`<div class="field">
    <label for=${key}>${label}${needed}</label>
    ${control(field, key, form, context)} ${help === '' ? nothing : html`<p class="hint" id="${key}-help">${help}</p>`}
    ${problem === undefined ? nothing : html`<p class="problem" id="${key}-problem" role="alert">${problem}</p>`}
  </div>`;
}

function control(field: FormField, key: string, form: OpenForm, context: PanelContext): TemplateResult {
  const { name, type } = field;
  const value = form.values[name] ?? '';
  const about = [field.help === '' ? '' : `${key}-help`, form.problems[name] === undefined ? '' : `${key}-problem`];
  const describedBy = about.filter((id) => id !== '').join(' ');
  const input = (event: Event): void => {
    context.fillField(name, controlText(event.target as HTMLInputElement | HTMLSelectElement));
  };
  const invalid = form.problems[name] === undefined ? 'false' : 'true';
  if (type === 'longText') {
    return html`<textarea
      id=${key}
      rows="3"
      dir="auto"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(value)}
      @input=${input}
    ></textarea>`;
  }
  const choices = choicesOf(field, value, context);
  if (choices && type === 'set') return severalOf(choices, { key, value, describedBy, input });
  if (choices) {
    return html`<select id=${key} aria-describedby=${describedBy} aria-invalid=${invalid} @change=${input}>
      ${choices.map((choice) => html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}
    </select>`;
  }
  const suggested = type === 'person' ? context.records.people : [];
  return html`<input
      id=${key}
      type=${type === 'date' ? 'date' : 'text'}
      inputmode=${type === 'number' ? 'decimal' : nothing}
      list=${suggested.length > 0 ? `${key}-list` : nothing}
      dir="auto"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      .value=${live(value)}
      @input=${input}
    />${suggested.length === 0 ? nothing : html`<datalist id="${key}-list">${suggested.map((each) => html`<option value=${each.value}>${each.label}</option>`)}</datalist>`}`;
}

interface Several {
  readonly key: string;
  readonly value: string;
  readonly describedBy: string;
  readonly input: (event: Event) => void;
}

/** Renders a list that allows several choices; its value joins their names with commas, as people type them elsewhere. */
function severalOf(choices: readonly Choice[], { key, value, describedBy, input }: Several): TemplateResult {
  const chosen = new Set(value.split(', '));
  return html`<select id=${key} multiple size="4" aria-describedby=${describedBy} @change=${input}>
    ${choices.map((choice) => html`<option value=${choice.value} ?selected=${chosen.has(choice.value)}>${choice.label}</option>`)}
  </select>`;
}

/** Returns the chosen or typed value of a control as text. */
function controlText(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string {
  if (!(control instanceof HTMLSelectElement && control.multiple)) return control.value;
  return Array.from(control.selectedOptions, ({ value }) => value).join(', ');
}

/** Returns the choices that a field offers; undefined if people type its value. */
function choicesOf(field: FormField, value: string, { texts, records }: PanelContext): readonly Choice[] | undefined {
  const { type, required, choices, of } = field;
  const named = of === 'g' ? records.goals : of === 'p' ? records.people : choices;
  if (type === 'set') return of === null ? undefined : withUnknown(value.split(', '), named);
  const none: Choice[] = required && value !== '' ? [] : [{ value: '', label: texts.none }];
  if (type === 'choice') return [...none, ...choices];
  if (type === 'flag')
    return [
      { value: '', label: texts.none },
      { value: 'true', label: field.label },
    ];
  return type === 'reference' ? [...none, ...withUnknown([value], named)] : undefined;
}

/** Adds values that are no longer offered but named already, so that they can still be chosen. */
function withUnknown(values: readonly string[], named: readonly Choice[]): readonly Choice[] {
  const unknown = values.filter((value) => value !== '' && !named.some((each) => each.value === value));
  return [...unknown.map((value) => ({ value, label: value })), ...named];
}
