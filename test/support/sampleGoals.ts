import { formatDocument } from '../../src/core/document/formatDocument';
import type { Json } from '../../src/core/document/json';
import { formatStamp } from '../../src/core/document/stamp';
import { orderBetween } from '../../src/core/changes/orderKey';
import { SAMPLE_GOALS } from './sampleIds';

const DAY = 24 * 60 * 60 * 1000;
const [ana, bo, cy] = ['ana@example.com', 'bo@example.com', 'cy@example.com'] as const;

interface SampleGoal {
  readonly id: string;
  readonly title: string;
  readonly kind?: string;
  readonly status?: string;
  readonly owner?: string;
  readonly parent?: string;
  /** Days from the day the sample is made. */
  readonly dueIn?: number;
  readonly tags?: readonly string[];
  readonly notes?: string;
}

const UPLOAD = 'g-v3n8c5xk1q';
const LATENCY = 'g-8t1v5n0zqe';
const REVIEW = 'g-j6r2d9w4hm';

/** A team in the middle of its work: an objective with a key result, a pact, a dozen micro goals. */
const GOALS: readonly SampleGoal[] = [
  { id: UPLOAD, title: 'Uploads that people trust', kind: 'objective', owner: ana, dueIn: 40 },
  { id: LATENCY, title: 'First byte below 300 ms', kind: 'keyResult', owner: bo, parent: UPLOAD, dueIn: 20 },
  { id: SAMPLE_GOALS.readConfig, title: 'Read the configuration from one place', owner: ana, parent: UPLOAD },
  { id: SAMPLE_GOALS.retryUpload, title: 'Retry a failed upload', owner: bo, parent: UPLOAD, dueIn: 2 },
  { id: 'g-2p9f6y0btr', title: 'Show progress while uploading', owner: ana, parent: UPLOAD, dueIn: 0, tags: ['ui'] },
  { id: SAMPLE_GOALS.measureStart, title: 'Measure how long the start takes', owner: cy, parent: LATENCY },
  { id: 'g-c7m4s1ze8a', title: 'Load the retry code only when needed', owner: bo, parent: LATENCY, dueIn: -1 },
  { id: 'g-w0h5q2gd7k', title: 'Keep connections open between files', owner: cy, parent: LATENCY, status: 'proposed' },
  { id: REVIEW, title: 'Every review is answered within a day', kind: 'pact', owner: ana, dueIn: 30 },
  { id: 'g-5b8x3j6tnv', title: 'Write down what a good review says', owner: cy, parent: REVIEW, status: 'done' },
  { id: 'g-f1y7k4r9ps', title: 'Look at open reviews after lunch', owner: ana, parent: REVIEW, tags: ['delivery'] },
  { id: 'g-n2z6e8m3cw', title: 'Try reviews in pairs for a week', owner: bo, parent: REVIEW, status: 'paused' },
  {
    id: 'g-q9d0v7h5xf',
    title: 'Learn how HTTP/3 recovers from loss',
    owner: cy,
    tags: ['growth', 'skill'],
    notes: 'Start with the notes on QUIC.\n',
  },
  { id: 'g-3s6g1w8yjb', title: 'Delete the old importer', owner: bo },
];

/** The text of the sample's goals file, made on a day. */
export function sampleGoals(now: Date): string {
  const orders = new Map<string | undefined, string>();
  const records = GOALS.map((goal, index): [string, Json] => {
    const order = orderBetween(orders.get(goal.parent));
    orders.set(goal.parent, order);
    const created = formatStamp({ millis: now.getTime() - 14 * DAY + index, counter: 0, replica: 'demo' });
    return [goal.id, { ...fieldsOf(goal, now), order, created }];
  });
  return formatDocument({ top: { version: 1 }, records: new Map(records) });
}

function fieldsOf(goal: SampleGoal, now: Date): Record<string, Json> {
  const { title, kind = 'micro', status = 'open', owner, parent, dueIn, tags, notes } = goal;
  const fields: Record<string, Json> = { title, kind, status };
  for (const [key, value] of Object.entries({ owner, parent, notes })) if (value !== undefined) fields[key] = value;
  if (dueIn !== undefined) fields['due'] = new Date(now.getTime() + dueIn * DAY).toISOString().slice(0, 10);
  if (tags) fields['tags'] = Object.fromEntries(tags.map((tag) => [tag, true as const]));
  return fields;
}
