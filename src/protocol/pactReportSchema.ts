import * as z from 'zod/mini';
import { GOAL_STATUSES } from '../core/model/goal';
import type { PactEntry } from '../core/reports/pactReport';

const count = z.number().check(z.nonnegative());
const text = z.nullable(z.string());
const said = z.array(z.object({ id: z.string(), text: z.string(), by: text }));

const commitment = z.object({
  id: z.string(),
  title: z.string(),
  owner: text,
  status: z.enum(GOAL_STATUSES),
  hasEvidence: z.boolean(),
});

const signature = z.object({
  name: z.string(),
  state: z.enum(['signed', 'declined', 'lapsed', 'missing']),
  proxy: text,
  isUnconfirmed: z.boolean(),
  contradiction: z.nullable(z.object({ by: z.string(), commit: z.string() })),
  confidence: z.nullable(z.number()),
  note: text,
});

export const pactReportSchema: z.ZodMiniType<readonly PactEntry[]> = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['draft', 'proposed', 'active', 'lapsed', 'kept', 'missed', 'dropped', 'paused']),
    signed: count,
    parties: count,
    isDoubted: z.boolean(),
    why: text,
    missing: z.array(z.enum(['why', 'measure', 'target', 'due', 'commitments'])),
    withoutSkill: z.array(z.string()),
    commitments: z.array(commitment),
    signatures: z.array(signature),
    supporters: said,
    milestones: said,
    resources: said,
    changes: said,
    contributors: z.array(z.string()),
  }),
);
