import type { JsonObject } from '../document/json';
import type { Cadence, GoalKind } from '../model/goal';
import { CADENCES } from '../model/goal';

/** Line of a template: a goal of some kind, or something about the goal above it. */
export type TemplateLine =
  | { readonly type: 'goal'; readonly kind: GoalKind; readonly text: string }
  | { readonly type: 'fields'; readonly fields: JsonObject }
  | { readonly type: 'question'; readonly text: string }
  | { readonly type: 'milestone'; readonly text: string }
  | { readonly type: 'kpi'; readonly fields: JsonObject };

const KINDS: Readonly<Record<string, GoalKind>> = {
  objective: 'objective',
  'key result': 'keyResult',
  pact: 'pact',
  commitment: 'commitment',
};
const FIELDS: Readonly<Record<string, string>> = { why: 'why', measure: 'measure', reward: 'reward' };
const LABEL = /^([A-Za-z][A-Za-z -]*):\s+(.+)$/;
const METRIC = /^(-?\d+(?:\.\d+)?)\s*(?:→|->)\s*(-?\d+(?:\.\d+)?)\s*(.*)$/;
const KPI = /^(.+?)\s*(≤|<=|≥|>=)\s*(-?\d+(?:\.\d+)?)\s*(.*)$/;

/** How lines are written whose label alone does not say what they mean. */
const WRITTEN: Readonly<Record<string, string>> = {
  metric: 'A metric is written like this: "Metric: 1 → 5 ms".',
  kpi: 'A KPI is written like this: "KPI: Memory ≤ 50 MB".',
  'check-ins': `Check-ins are ${CADENCES.join(', ')}.`,
};

/** Returns what is wrong with a line whose label is known, but whose text is not read, so that it is taken for a goal. */
export function unreadLabel(line: string): readonly string[] {
  const [, label = ''] = LABEL.exec(line) ?? [];
  const problem = Object.hasOwn(WRITTEN, label.toLowerCase()) ? WRITTEN[label.toLowerCase()] : undefined;
  return problem === undefined ? [] : [problem];
}

/** Reads `Key result: …`, `Why: …`, `Metric: 1 → 5 ms`, `KPI: Memory ≤ 50 MB`; a line without such a label is a goal. */
export function readTemplateLine(line: string): TemplateLine {
  const [, label = '', text = ''] = LABEL.exec(line) ?? [];
  const word = label.toLowerCase();
  const kind = KINDS[word];
  if (kind) return { type: 'goal', kind, text };
  const field = FIELDS[word];
  if (field !== undefined) return { type: 'fields', fields: { [field]: text } };
  if (word === 'question') return { type: 'question', text };
  if (word === 'milestone') return { type: 'milestone', text };
  return labelled(word, text) ?? { type: 'goal', kind: 'micro', text: line };
}

function labelled(word: string, text: string): TemplateLine | undefined {
  if (word === 'check-ins') {
    const cadence = CADENCES.find((each): each is Cadence => each === text.toLowerCase());
    return cadence && { type: 'fields', fields: { cadence } };
  }
  if (word === 'metric') {
    const [, start, target, unit = ''] = METRIC.exec(text) ?? [];
    if (start === undefined || target === undefined) return undefined;
    return {
      type: 'fields',
      fields: { start: Number(start), target: Number(target), ...(unit === '' ? {} : { unit }) },
    };
  }
  if (word === 'kpi') return kpiLine(text);
  return undefined;
}

function kpiLine(text: string): TemplateLine | undefined {
  const [, title, sign = '', limit, unit = ''] = KPI.exec(text) ?? [];
  if (title === undefined || limit === undefined) return undefined;
  const bound = sign === '≤' || sign === '<=' ? 'ceiling' : 'floor';
  return { type: 'kpi', fields: { title, [bound]: Number(limit), ...(unit === '' ? {} : { unit }) } };
}
