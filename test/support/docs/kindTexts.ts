import { formKinds } from '../../../src/core/model/kinds';
import { FEEDBACK_REFUSALS } from '../../../src/core/feedback/answerFeedback';
import { KUDOS_REFUSALS } from '../../../src/core/together/kudosRule';
import { askedFields } from '../../../src/core/changes/recordActions';
import { RELATION_REFUSALS } from '../../../src/core/okr/relationRule';
import { RELATION_TEXTS } from '../../../src/core/okr/relationText';
import { CLOSING_REFUSALS } from '../../../src/core/okr/closeCycle';
import { SCORE_REFUSALS } from '../../../src/core/okr/scoreRule';
import { CYCLE_TEXTS } from '../../../src/core/reports/cycleReport';
import { ACTIVITY_TEXTS } from '../../../src/core/reports/activityText';
import { CHANGE_TEXTS } from '../../../src/core/reports/changeText';
import { NEWS_TEXTS } from '../../../src/core/reports/newsText';
import { SIGNATURE_TEXTS } from '../../../src/core/reports/signatureNews';
import { WAITING_TEXTS } from '../../../src/core/team/waitingTexts';
import { FACT_TEXTS } from '../../../src/core/reports/factText';
import { PACT_END_REFUSALS } from '../../../src/core/pacts/closePact';
import { PACT_REFUSALS } from '../../../src/core/pacts/pactPlans';
import { HINT_TEXTS } from '../../../src/core/goals/smartHints';
import { SKILL_TEXTS } from '../../../src/core/growth/skills';
import { OKR_TEXTS } from '../../../src/core/okr/okrTexts';
import { CONFIRMATION_REFUSALS } from '../../../src/core/goals/confirmationRule';
import { ANSWER_REFUSALS } from '../../../src/core/records/answerGoal';
import { CARRY_OVER_REFUSALS } from '../../../src/app/carryOver';
import { LINK_REFUSALS } from '../../../src/app/linkCommits';
import { REMOVAL_REFUSALS } from '../../../src/core/goals/removal';
import { STATUS_REFUSALS } from '../../../src/core/goals/acceptance';
import { ENDING_REFUSALS } from '../../../src/core/followUp/endingReason';
import { RECORD_REFUSALS } from '../../../src/core/records/planRecord';
import { READING_REFUSALS } from '../../../src/core/followUp/readingRule';
import { SOLVING_REFUSALS } from '../../../src/core/records/planBlocker';
import { REPETITIONS } from '../../../src/core/text/repetitions';
import { PANEL_TEXTS } from '../../../src/protocol/panelTexts';

/** One for each rule that says something to people. */
const RULE_TEXTS: readonly Readonly<Record<string, string>>[] = [
  FACT_TEXTS,
  CHANGE_TEXTS,
  ACTIVITY_TEXTS,
  NEWS_TEXTS,
  SIGNATURE_TEXTS,
  WAITING_TEXTS,
  CONFIRMATION_REFUSALS,
  OKR_TEXTS,
  HINT_TEXTS,
  SKILL_TEXTS,
  FEEDBACK_REFUSALS,
  KUDOS_REFUSALS,
  RELATION_REFUSALS,
  RELATION_TEXTS,
  CLOSING_REFUSALS,
  SCORE_REFUSALS,
  CYCLE_TEXTS,
  PACT_REFUSALS,
  PACT_END_REFUSALS,
  SOLVING_REFUSALS,
  READING_REFUSALS,
  RECORD_REFUSALS,
  ENDING_REFUSALS,
  STATUS_REFUSALS,
  CARRY_OVER_REFUSALS,
  LINK_REFUSALS,
  ANSWER_REFUSALS,
  REMOVAL_REFUSALS,
];

/** What the declarations of kinds, their rules and the team panel say to people: keys of the bundles like the texts of the editor. */
export function kindTexts(): readonly string[] {
  const declared = formKinds().flatMap((kind) => [
    kind.label,
    kind.plural,
    kind.help,
    ...askedFields(kind).flatMap(([, { label, help, choices = [] }]) => [
      label,
      ...(help === '' ? [] : [help]),
      ...choices,
    ]),
  ]);
  return [...declared, ...REPETITIONS, ...[...RULE_TEXTS, PANEL_TEXTS].flatMap((texts) => Object.values(texts))];
}
