import { FACT_TEXTS } from '../../core/reports/factText';
import type { PanelTexts } from '../../protocol/panelTexts';

/** The editor's `l10n`. */
interface Translator {
  readonly t: (message: string) => string;
}

/** The panel's texts in the editor's language. Placeholders stay: the panel fills them. */
export function teamPanelTexts(l10n: Translator): PanelTexts {
  const { t: translate } = l10n;
  return {
    facts: Object.fromEntries(Object.values(FACT_TEXTS).map((text) => [text, translate(text)])),
    ...frameTexts(l10n),
    ...sectionTexts(l10n),
    ...goalTexts(l10n),
    ...branchTexts(l10n),
    ...burnUpTexts(l10n),
    ...growthTexts(l10n),
    ...okrTexts(l10n),
    ...pactTexts(l10n),
  };
}

function frameTexts(l10n: Translator) {
  return {
    title: l10n.t('Team progress'),
    views: l10n.t('Views'),
    entries: l10n.t('Entries'),
    add: l10n.t('Add'),
    edit: l10n.t('Edit'),
    save: l10n.t('Save'),
    cancel: l10n.t('Cancel'),
    none: l10n.t('None'),
    needed: l10n.t('needed'),
    addGoal: l10n.t('Add a team goal'),
    openFile: l10n.t('Open file'),
    empty: l10n.t('The team has no goals here yet; they will live in one file that is committed with the code.'),
    broken: l10n.t('The shared goals file cannot be read.'),
    readOnly: l10n.t('The shared goals file is read-only for now.'),
    place: l10n.t('Line {0}, column {1}'),
    showAll: l10n.t('Show all {0}'),
    showFewer: l10n.t('Show fewer'),
  };
}

function sectionTexts(l10n: Translator) {
  return {
    larger: l10n.t('Objectives and pacts'),
    noLarger: l10n.t('No objective or pact yet. Goals can serve a larger one.'),
    people: l10n.t('Who works on what'),
    noOpenGoals: l10n.t('Nothing is open.'),
    nobody: l10n.t('Nobody yet'),
    you: l10n.t('{0} (you)'),
    overdue: l10n.t('Overdue'),
    dueSoon: l10n.t('Due soon'),
    comingDays: l10n.t('Due in 14 days'),
    nothingDue: l10n.t('Nothing is due in the next 14 days.'),
    doneLately: l10n.t('Done in 7 days'),
    unaligned: l10n.t('Without a larger goal'),
  };
}

function branchTexts(l10n: Translator) {
  return {
    claimed: l10n.t('Claimed'),
    verified: l10n.t('Verified'),
    thisBranch: l10n.t('Only this branch'),
    asOf: l10n.t('{0} as of {1}'),
    shallow: l10n.t('This clone is shallow: older commits are not known here.'),
    notMerged: l10n.t('{0} not merged'),
    onOtherBranches: l10n.t('On other branches'),
    carryOver: l10n.t('Carry over'),
    carryOverGoal: l10n.t('Carry over: {0}'),
    moreBranches: l10n.t('and {0} more'),
  };
}

function goalTexts(l10n: Translator) {
  return {
    goal: l10n.t('Goal'),
    progress: l10n.t('Progress'),
    owner: l10n.t('Owner'),
    due: l10n.t('Due'),
    commits: l10n.t('Commits'),
    tick: l10n.t('Done: {0}'),
    active: l10n.t('Working on it'),
    done: l10n.t('Done'),
    ofTotal: l10n.t('{0} of {1}'),
    objective: l10n.t('Objective'),
    keyResult: l10n.t('Key result'),
    pact: l10n.t('Pact'),
    commitment: l10n.t('Commitment'),
    micro: l10n.t('Micro goal'),
    open: l10n.t('Open'),
    proposed: l10n.t('Proposed'),
    paused: l10n.t('Paused'),
    missed: l10n.t('Missed'),
    dropped: l10n.t('Dropped'),
  };
}

function growthTexts(l10n: Translator) {
  return {
    wins: l10n.t('Wins this week'),
    kudosTo: l10n.t('to {0}'),
    everybody: l10n.t('everybody'),
    win_goal: l10n.t('Done'),
    win_pact: l10n.t('Pact kept'),
    win_milestone: l10n.t('Milestone'),
    win_kudos: l10n.t('Kudos'),
    win_reward: l10n.t('Reward'),
    balance: l10n.t('Balance'),
    area: l10n.t('Area'),
    area_ops: l10n.t('Operations'),
    area_delivery: l10n.t('Delivery'),
    area_growth: l10n.t('Growth'),
    area_other: l10n.t('Other'),
  };
}

function okrTexts(l10n: Translator) {
  return {
    objectives: l10n.t('Objectives'),
    charter: l10n.t('Charter'),
    noCycle: l10n.t('Without a cycle'),
    noObjectives: l10n.t('No objectives in this cycle.'),
    closedOn: l10n.t('Closed on {0}'),
    servesNothing: l10n.t('Serves nothing'),
    conflicts: l10n.t('Pull different ways'),
    conflictsWith: l10n.t('conflicts with'),
    committed: l10n.t('committed'),
    aspirational: l10n.t('aspirational'),
    confidence: l10n.t('confidence {0} of 5'),
    score: l10n.t('Score: {0}'),
    proposedScore: l10n.t('Score: {0} (proposed)'),
    carriedOver: l10n.t('carried over to {0}'),
    learned: l10n.t('Learned: {0}'),
    serves: l10n.t('Serves: {0}'),
    servedBy: l10n.t('Served by'),
    byAgreement: l10n.t('By agreement'),
    align: l10n.t('Align…'),
    alignTitle: l10n.t('Align: {0}'),
    asked: l10n.t('Asked to serve an objective'),
    asksToServe: l10n.t('asks to serve'),
    askedBy: l10n.t('by {0}'),
    waitsFor: l10n.t('waits for {0}'),
    accept: l10n.t('Accept'),
    acceptTitle: l10n.t('Accept: {0}'),
    decline: l10n.t('Decline…'),
    declineTitle: l10n.t('Decline: {0}'),
    circles: l10n.t('Parents in a circle'),
  };
}

function pactTexts(l10n: Translator) {
  return {
    pacts: l10n.t('Pacts'),
    pact_draft: l10n.t('Draft'),
    pact_proposed: l10n.t('Proposed'),
    pact_active: l10n.t('Agreed'),
    pact_lapsed: l10n.t('Lapsed: the terms changed'),
    pact_kept: l10n.t('Kept'),
    pact_missed: l10n.t('Missed'),
    pact_dropped: l10n.t('Dropped'),
    pact_paused: l10n.t('Paused'),
    signedOf: l10n.t('signed {0} of {1}'),
    doubted: l10n.t('worth talking over: confidence is low'),
    whyOf: l10n.t('Why: {0}'),
    notSmart: l10n.t('Not SMART yet, missing: {0}'),
    withoutSkill: l10n.t('No skill goal yet: {0}'),
    gap_why: l10n.t('why'),
    gap_measure: l10n.t('measure'),
    gap_target: l10n.t('target'),
    gap_due: l10n.t('due day'),
    gap_commitments: l10n.t('commitments'),
    commitments: l10n.t('Commitments'),
    noEvidence: l10n.t('no evidence yet'),
    signatures: l10n.t('Signatures'),
    party_signed: l10n.t('signed'),
    party_declined: l10n.t('declined'),
    party_lapsed: l10n.t('signed earlier terms'),
    party_missing: l10n.t('not signed yet'),
    byProxy: l10n.t('by {0} as proxy'),
    unconfirmed: l10n.t('unconfirmed'),
    contradictedBy: l10n.t('{0} brought or changed what stands in their name, commit {1}'),
    supporters: l10n.t('Support'),
    milestones: l10n.t('Milestones'),
    resources: l10n.t('Resources'),
    changes: l10n.t('Change notes'),
    contributors: l10n.t('Contributors: {0}'),
  };
}

function burnUpTexts(l10n: Translator) {
  return {
    burnUp: l10n.t('Burn-up'),
    burnUpOf: l10n.t('Burn-up: {0}'),
    burnUpSummary: l10n.t('Burn-up of {0}: {1} done on {2}, {3} done on {4}'),
    noBurnUp: l10n.t('No history yet: it begins when the shared file is committed.'),
    burnUpFailed: l10n.t('The history cannot be read; the log says why.'),
    readingHistory: l10n.t('Reading the history…'),
    asTable: l10n.t('As a table'),
    date: l10n.t('Date'),
    total: l10n.t('Total'),
  };
}
