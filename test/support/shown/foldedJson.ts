const WIDTH = 140;

/** A value as JSON with as many of its parts on a line as fit: the change of one fact is the change of one line, and a page stays a page. */
export function foldedJson(value: unknown, indent = ''): string {
  const line = oneLineJson(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length <= WIDTH) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((each) => foldedJson(each, inner))
    : Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => `${JSON.stringify(key)}: ${foldedJson(each, inner)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${filledLines(parts, inner).join('\n')}\n${indent}${close}`;
}

/** The spaces that make it readable are part of the width. */
function oneLineJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLineJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${members.map(([key, each]) => `${JSON.stringify(key)}: ${oneLineJson(each)}`).join(', ')}}`;
}

/** Parts of several lines, and rows of a list, stand for themselves. */
function filledLines(parts: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let filled = '';
  parts.forEach((part, index) => {
    const text = index < parts.length - 1 ? `${part},` : part;
    const isAlone = part.includes('\n') || part.startsWith('{');
    if (filled !== '' && (isAlone || indent.length + filled.length + text.length + 1 > WIDTH)) {
      lines.push(indent + filled);
      filled = '';
    }
    filled = filled === '' ? text : `${filled} ${text}`;
    if (!isAlone) return;
    lines.push(indent + filled);
    filled = '';
  });
  return filled === '' ? lines : [...lines, indent + filled];
}
