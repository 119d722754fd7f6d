import type { FieldTexts } from '../core/reports/recordReport';
import type { FilledForm, FormMessage } from '../protocol/panelMessages';

/** Form that is open, with the text typed so far and the editor's answer. */
export interface OpenForm extends FilledForm {
  readonly problems: FieldTexts;
  /** Number of the page's latest request when the form was opened; answers up to it belong to other forms. */
  readonly openedAfter: number;
  /** Number of the page's latest request when something was last typed; a form saved up to it is not the one shown now. */
  readonly typedAfter: number;
}

/** Returns a form as it is when it opens. @param latest number of the page's latest request. */
export function openedForm({ kind, id, values }: FilledForm, latest: number): OpenForm {
  return { kind, id, values, problems: {}, openedAfter: latest, typedAfter: latest };
}

/** Returns the form with a new text in a field. @param latest number of the page's latest request. */
export function withValue(form: OpenForm, field: string, value: string, latest: number): OpenForm {
  return { ...form, values: { ...form.values, [field]: value }, typedAfter: latest };
}

/** Returns the form after the editor's answer; undefined if it was saved as shown, and closes. */
export function withAnswer(form: OpenForm, { kind, id, request, problems }: FormMessage): OpenForm | undefined {
  if (kind !== form.kind || id !== form.id || request <= form.openedAfter) return form;
  const isSaved = Object.keys(problems).length === 0;
  return isSaved && request > form.typedAfter ? undefined : { ...form, problems };
}
