import * as z from 'zod/mini';
import type { FieldType } from '../core/model/field';
import type { RecordReport } from '../core/reports/recordReport';

const TYPES = [
  'text',
  'longText',
  'choice',
  'person',
  'date',
  'number',
  'flag',
  'reference',
  'set',
] as const satisfies readonly FieldType[];

const choice = z.object({ value: z.string(), label: z.string() });
const texts = z.record(z.string(), z.string());

const field = z.object({
  name: z.string(),
  type: z.enum(TYPES),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  of: z.nullable(z.string()),
  choices: z.array(choice),
});

const entry = z.object({
  id: z.string(),
  line: z.string(),
  author: z.nullable(z.string()),
  goal: z.nullable(z.string()),
  created: z.nullable(z.number()),
  values: texts,
});

const list = z.object({
  kind: z.string(),
  label: z.string(),
  plural: z.string(),
  fields: z.array(field),
  preset: texts,
  records: z.array(entry),
});

export const recordReportSchema: z.ZodMiniType<RecordReport> = z.object({
  lists: z.array(list),
  goals: z.array(choice),
  people: z.array(choice),
});
