import type { FieldTexts } from '../core/reports/recordReport';
import type { FilledForm } from '../protocol/panelMessages';

/** The form that is open: what was typed so far, and what the editor said of it. */
export interface OpenForm extends FilledForm {
  readonly problems: FieldTexts;
}

export function withValue(form: OpenForm, field: string, value: string): OpenForm {
  return { ...form, values: { ...form.values, [field]: value } };
}
