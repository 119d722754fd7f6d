import type { FieldTexts } from '../core/reports/recordReport';
import type { FilledForm, FormMessage } from '../protocol/panelMessages';

/** The form that is open: what was typed so far, and what the editor said of it. */
export interface OpenForm extends FilledForm {
  readonly problems: FieldTexts;
  /** Number of the page's latest request when the form was opened: answers up to it are for other forms. */
  readonly openedAfter: number;
  /** Number of the page's latest request when something was typed last: what was saved up to it is no longer what stands here. */
  readonly typedAfter: number;
}

/** Returns a form as it opens. @param latest number of the page's latest request. */
export function openedForm({ kind, id, values }: FilledForm, latest: number): OpenForm {
  return { kind, id, values, problems: {}, openedAfter: latest, typedAfter: latest };
}

/** Returns the form with another text in a field. @param latest number of the page's latest request. */
export function withValue(form: OpenForm, field: string, value: string, latest: number): OpenForm {
  return { ...form, values: { ...form.values, [field]: value }, typedAfter: latest };
}

/** Returns the form after an answer of the editor; undefined where it is saved as it stands, and goes. */
export function withAnswer(form: OpenForm, { kind, id, request, problems }: FormMessage): OpenForm | undefined {
  if (kind !== form.kind || id !== form.id || request <= form.openedAfter) return form;
  const isSaved = Object.keys(problems).length === 0;
  return isSaved && request > form.typedAfter ? undefined : { ...form, problems };
}
