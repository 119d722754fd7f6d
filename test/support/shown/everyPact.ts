import { ANA, BO, CY } from './everyGoal';
import type { Sketches } from './sketch';

const FULL = { why: 'Nobody waits', measure: 'Age of the oldest review', unit: 'hours', start: 72, target: 24 };
const OLD = { kind: 'pact', daysAgo: 30 };

/** Pacts as they are drafted, with what their members promise. What was agreed about them is `PACT_ACTS`. */
export const PACTS: Sketches = {
  g: {
    draft: { ...OLD, title: 'Pair once a week', owner: ANA, direction: 'down', notes: 'To be talked over.' },
    noparty: { ...OLD, title: 'Be kind', parent: '@carried' },
    unsigned: {
      ...OLD,
      ...FULL,
      title: 'Answer reviews within a day',
      owner: ANA,
      due: '2026-12-01',
      cadence: 'daily',
    },
    signedsome: { ...OLD, ...FULL, title: 'Green builds before lunch', owner: BO, sponsor: ANA, due: '2026-12-02' },
    declined: { ...OLD, ...FULL, title: 'No meeting on Fridays', owner: CY, sponsor: BO },
    inforce: {
      ...OLD,
      ...FULL,
      title: 'One of us is on call',
      owner: ANA,
      sponsor: BO,
      due: '2026-11-30',
      cadence: 'weekly',
      reward: 'A day at the lake',
      mentor: CY,
    },
    doubted: { ...OLD, ...FULL, title: 'Ship twice a week', owner: BO },
    proxied: { ...OLD, ...FULL, title: 'Say it in the open', owner: BO, sponsor: CY },
    amended: { ...OLD, ...FULL, title: 'Write it down', owner: ANA, sponsor: BO, due: '2026-12-01' },
    lapsedpact: { ...OLD, ...FULL, title: 'Test before lunch', owner: ANA, sponsor: CY, due: '2026-12-01' },
    kept: { ...OLD, ...FULL, title: 'Two eyes on each change', owner: ANA },
    missedpact: { ...OLD, ...FULL, title: 'No work at weekends', owner: ANA },
    droppact: { ...OLD, ...FULL, title: 'Stand up at nine', owner: ANA },
    pausedpact: { ...OLD, ...FULL, title: 'Lunch together', owner: BO, status: 'paused', terms: '1:sha256-0' },
    promise: {
      title: 'Look twice a day',
      kind: 'commitment',
      parent: '@unsigned',
      owner: BO,
      due: '2026-11-25',
      daysAgo: 30,
    },
    promisedue: {
      title: 'Carry the phone',
      kind: 'commitment',
      parent: '@inforce',
      owner: CY,
      due: '2026-11-12',
      daysAgo: 30,
    },
    promisedone: {
      title: 'Write the rota',
      kind: 'commitment',
      parent: '@inforce',
      owner: ANA,
      measure: 'It hangs on the wall',
      notes: 'By the door.',
      status: 'done',
      daysAgo: 30,
      changed: { status: 2 },
    },
    promisewait: { title: 'Buy a charger', kind: 'commitment', parent: '@draft', owner: ANA, status: 'paused' },
    promiseno: {
      title: 'Ask the insurer',
      kind: 'commitment',
      parent: '@draft',
      owner: BO,
      status: 'missed',
      learned: 'Ask in writing',
      due: '2026-11-16',
    },
    promiseoff: {
      title: 'Sell the old one',
      kind: 'commitment',
      parent: '@draft',
      owner: BO,
      status: 'dropped',
      reason: 'It broke',
      learned: 'Ask first',
    },
    promisebo: {
      title: 'Test the alarm',
      kind: 'commitment',
      parent: '@inforce',
      owner: BO,
      status: 'proposed',
      daysAgo: 30,
    },
    promiseask: {
      title: 'Read the guide',
      kind: 'commitment',
      parent: '@draft',
      owner: BO,
      status: 'proposed',
      daysAgo: 30,
    },
  },
  r: {
    phone: {
      goal: '@inforce',
      title: 'A phone',
      type: 'tool',
      url: 'https://example.com/phone',
      amount: 200,
      unit: 'EUR',
      by: ANA,
      state: 'granted',
      daysAgo: 29,
    },
    course: { goal: '@unsigned', title: 'A course', type: 'training', amount: 8, unit: 'hours', by: BO, daysAgo: 29 },
    guide: { goal: '@unsigned', title: 'A guide', type: 'mentor', by: BO, state: 'declined', daysAgo: 29 },
    desk: { goal: '@unsigned', title: 'A quiet desk', by: CY, daysAgo: 29 },
  },
  u: {
    sleep: {
      title: 'Nights without a call',
      unit: 'nights',
      floor: 5,
      frequency: 'quarterly',
      goals: { '@inforce': true },
      daysAgo: 29,
    },
  },
};

/** One thing that somebody did about a pact; `name` is that of the record it makes. */
export type PactAct = {
  readonly pact: string;
  readonly by: string;
  readonly daysAgo: number;
} & (
  | { readonly act: 'propose' }
  | {
      readonly act: 'sign';
      readonly name: string;
      readonly confidence?: number;
      readonly note?: string;
      readonly for?: string;
    }
  | { readonly act: 'decline' | 'drop' | 'keep'; readonly name: string; readonly note: string }
  | { readonly act: 'amend'; readonly name: string; readonly note: string; readonly due: string }
  | { readonly act: 'miss'; readonly note: string }
);

function proposed(pact: string, by: string): PactAct {
  return { act: 'propose', pact, by, daysAgo: 28 };
}

/** In the order of time. */
export const PACT_ACTS: readonly PactAct[] = [
  proposed('unsigned', ANA),
  proposed('signedsome', BO),
  proposed('declined', CY),
  proposed('inforce', ANA),
  proposed('doubted', BO),
  proposed('proxied', BO),
  proposed('amended', ANA),
  proposed('lapsedpact', ANA),
  proposed('kept', ANA),
  proposed('missedpact', ANA),
  proposed('droppact', ANA),
  { act: 'sign', name: 'sigsome', pact: 'signedsome', by: BO, daysAgo: 27, confidence: 4 },
  { act: 'sign', name: 'sigdecow', pact: 'declined', by: CY, daysAgo: 27 },
  { act: 'decline', name: 'sigdecbo', pact: 'declined', by: BO, daysAgo: 27, note: 'Fridays are when we meet clients' },
  { act: 'sign', name: 'sigana', pact: 'inforce', by: ANA, daysAgo: 27, confidence: 5, note: 'I take the nights' },
  { act: 'sign', name: 'sigbo', pact: 'inforce', by: BO, daysAgo: 27, confidence: 4 },
  { act: 'sign', name: 'sigcy', pact: 'inforce', by: CY, daysAgo: 27 },
  { act: 'sign', name: 'sigdoubt', pact: 'doubted', by: BO, daysAgo: 27, confidence: 2 },
  { act: 'sign', name: 'sigproxy', pact: 'proxied', by: BO, daysAgo: 27, for: CY },
  { act: 'sign', name: 'sigofbo', pact: 'proxied', by: BO, daysAgo: 27 },
  { act: 'sign', name: 'sigold', pact: 'amended', by: ANA, daysAgo: 27 },
  { act: 'sign', name: 'sigoldbo', pact: 'amended', by: BO, daysAgo: 27 },
  { act: 'sign', name: 'siglapsed', pact: 'lapsedpact', by: ANA, daysAgo: 27 },
  { act: 'sign', name: 'sigkept', pact: 'kept', by: ANA, daysAgo: 27, confidence: 3 },
  {
    act: 'amend',
    name: 'later',
    pact: 'amended',
    by: BO,
    daysAgo: 5,
    note: 'We need two weeks more',
    due: '2026-12-15',
  },
  {
    act: 'amend',
    name: 'sooner',
    pact: 'lapsedpact',
    by: ANA,
    daysAgo: 5,
    note: 'A week less',
    due: '2026-11-24',
  },
  { act: 'decline', name: 'siglapcy', pact: 'lapsedpact', by: CY, daysAgo: 4, note: 'Too soon for me' },
  { act: 'sign', name: 'signew', pact: 'amended', by: BO, daysAgo: 4 },
  { act: 'keep', name: 'notekept', pact: 'kept', by: ANA, daysAgo: 2, note: 'Nobody measured, everybody saw it' },
  { act: 'miss', pact: 'missedpact', by: ANA, daysAgo: 2, note: 'Plan the release for a Tuesday' },
  { act: 'drop', name: 'nostand', pact: 'droppact', by: ANA, daysAgo: 2, note: 'Half of us are abroad' },
];
