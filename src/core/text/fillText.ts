/** A function that fills `{0}`, `{1}` … of a text in the language of the person who reads it. */
export type Say = (text: string, ...values: string[]) => string;

/** Replaces `{0}`, `{1}` … with the values; placeholders inside a value stay as they are. */
export function fillText(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) => values[Number(index)] ?? placeholder);
}
