/** Returns a value with its unit, such as `95 ms`. */
export function withUnit(value: number, unit: string): string {
  return unit === '' ? String(value) : `${value} ${unit}`;
}
