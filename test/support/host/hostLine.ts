/** Marks what the suite prints among everything else that a workbench prints. */
const MARK = '[micro-goals tests] ';

export function markHostLine(line: string): string {
  return MARK + line;
}

/** What the suite printed, without mark; undefined for lines of others. */
export function readHostLine(text: string): string | undefined {
  const at = text.indexOf(MARK);
  return at < 0 ? undefined : text.slice(at + MARK.length);
}
