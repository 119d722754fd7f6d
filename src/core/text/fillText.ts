/** Fills `{0}`, `{1}` … of a text in the language of the person who looks. */
export type Say = (text: string, ...values: string[]) => string;

/** Puts the values in place of `{0}`, `{1}` …; a value is text and never looked into again. */
export function fillText(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
}
