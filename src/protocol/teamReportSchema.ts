import * as z from 'zod/mini';
import { AREAS } from '../core/team/balance';
import type { TeamReport } from '../core/reports/teamReport';
import { GOAL_KINDS, GOAL_STATUSES } from '../core/model/goal';

const count = z.number().check(z.nonnegative());

const owner = z.object({ name: z.string(), isMe: z.boolean() });

const placeLine = z.object({
  branch: z.string(),
  by: z.array(z.string()),
  done: z.boolean(),
  isIntegration: z.boolean(),
});

const goalLine = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(GOAL_KINDS),
  status: z.enum(GOAL_STATUSES),
  owner: z.nullable(owner),
  due: z.nullable(z.iso.date()),
  overdue: z.boolean(),
  active: z.boolean(),
  progress: count,
  done: count,
  total: count,
  children: count,
  commits: count,
  statusChanged: z.nullable(z.number()),
  evidence: z.nullable(z.enum(['claimed', 'verified'])),
  blocked: z.nullable(count),
  merged: count,
  reached: count,
  unmerged: count,
  elsewhere: z.array(placeLine),
  thisBranch: z.boolean(),
});

const branchGoalLine = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(GOAL_KINDS),
  status: z.enum(GOAL_STATUSES),
  places: z.array(placeLine),
});

const fileProblem = z.object({
  message: z.string(),
  line: z.nullable(z.number()),
  column: z.nullable(z.number()),
});

const sharedFile = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['absent', 'ok']) }),
  z.object({ state: z.enum(['readOnly', 'broken']), problem: fileProblem }),
]);

const winLine = z.object({
  what: z.enum(['goal', 'pact', 'milestone', 'kudos', 'reward']),
  id: z.string(),
  text: z.string(),
  at: z.number(),
  by: z.nullable(z.string()),
  to: z.array(z.string()),
});

const areaBalance = z.object({ area: z.enum([...AREAS, 'other']), open: count, done: count });

export const teamReportSchema: z.ZodMiniType<TeamReport> = z.object({
  file: sharedFile,
  today: z.iso.date(),
  totals: z.object({ goals: count, done: count, total: count, merged: count, unmerged: count, overdue: count }),
  larger: z.array(z.extend(goalLine, { depth: count })),
  people: z.array(z.object({ person: z.nullable(owner), goals: z.array(goalLine) })),
  dueSoon: z.array(goalLine),
  unaligned: z.array(goalLine),
  doneLately: z.array(goalLine),
  branches: z.object({
    integration: z.nullable(z.string()),
    fetched: z.nullable(z.number()),
    shallow: z.boolean(),
    goals: z.array(branchGoalLine),
  }),
  wins: z.array(winLine),
  balance: z.array(areaBalance),
});
