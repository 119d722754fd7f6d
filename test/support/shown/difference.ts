const MOST_LINES = 30;

/** What two texts say differently, place by place; undefined where they are the same. */
export function difference(name: string, recorded: string | undefined, now: string | undefined): string | undefined {
  if (recorded === now) return undefined;
  if (recorded === undefined) return `${name} is not recorded yet.`;
  if (now === undefined) return `${name} is recorded, and nothing shows it any more.`;
  const lines = changedLines(recorded.split('\n'), now.split('\n'));
  const more = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} more`] : [];
  return [`${name}:`, ...lines.slice(0, MOST_LINES), ...more].join('\n');
}

function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const lines: string[] = [];
  let [left, right] = [0, 0];
  while (left < before.length || right < after.length) {
    const [gone, come] = stepsToSame(before.slice(left), after.slice(right));
    if (gone + come > 0) {
      lines.push(`line ${left + 1}`);
      lines.push(...before.slice(left, left + gone).map((line) => `- ${line}`));
      lines.push(...after.slice(right, right + come).map((line) => `+ ${line}`));
    }
    left += gone + 1;
    right += come + 1;
  }
  return lines;
}

/** How many lines to pass over on each side until both say the same again, as few as possible. */
function stepsToSame(before: readonly string[], after: readonly string[]): readonly [number, number] {
  for (let steps = 0; steps <= before.length + after.length; steps += 1) {
    for (let gone = Math.min(steps, before.length); gone >= 0; gone -= 1) {
      const come = steps - gone;
      const isSame = gone < before.length ? before[gone] === after[come] : come === after.length;
      if (come <= after.length && isSame) return [gone, come];
    }
  }
  return [before.length, after.length];
}
