/** Puts the values in place of `{0}`, `{1}` …; a value is text and never looked into again. */
export function fillText(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
}
