import * as z from 'zod/mini';
import type { OkrReport } from '../core/reports/okrReport';
import { AMBITIONS, GOAL_STATUSES } from '../core/model/goal';

const text = z.nullable(z.string());
const name = z.object({ id: z.string(), title: z.string() });

const line = z.extend(name, {
  kind: z.enum(['objective', 'keyResult']),
  status: z.enum(GOAL_STATUSES),
  owner: text,
  ambition: z.nullable(z.enum(AMBITIONS)),
  measure: text,
  confidence: z.nullable(z.number()),
  outlook: z.nullable(z.object({ state: z.enum(['onTrack', 'atRisk', 'offTrack']), text: z.string() })),
  score: z.nullable(z.number()),
  isScoreGiven: z.boolean(),
  carriedTo: text,
  learned: text,
  serves: text,
});

const objective = z.extend(line, {
  keyResults: z.array(line),
  agreed: z.array(name),
  contributors: z.array(z.string()),
});

const cycle = z.extend(name, { from: z.iso.date(), to: z.iso.date(), closed: z.nullable(z.iso.date()) });

export const okrReportSchema: z.ZodMiniType<OkrReport> = z.object({
  charter: z.array(z.extend(name, { type: z.string(), goals: z.array(name) })),
  cycles: z.array(z.object({ cycle: z.nullable(cycle), objectives: z.array(objective) })),
  unaligned: z.array(name),
  asked: z.array(
    z.object({ id: z.string(), goal: name, objective: name, note: text, by: text, of: text, isMine: z.boolean() }),
  ),
  conflicts: z.array(z.tuple([name, name])),
  circles: z.array(name),
});
