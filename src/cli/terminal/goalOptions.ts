import type { goalKind } from '../../core/model/goal';

/** Fields of a goal that an option of the same name sets; `readFieldValue` reads their values. */
export const FIELD_NAMES = [
  'title',
  'kind',
  'status',
  'owner',
  'parent',
  'due',
  'priority',
  'weight',
  'notes',
  'cadence',
  'repeat',
  'mentor',
  'why',
  'learned',
  'reason',
] as const satisfies readonly (keyof typeof goalKind.fields)[];

export type FieldName = (typeof FIELD_NAMES)[number];

const TEXT = { type: 'string' } as const;

export const FIELD_OPTIONS = {
  title: TEXT,
  kind: TEXT,
  status: TEXT,
  owner: TEXT,
  parent: TEXT,
  due: TEXT,
  priority: TEXT,
  weight: TEXT,
  notes: TEXT,
  cadence: TEXT,
  repeat: TEXT,
  mentor: TEXT,
  why: TEXT,
  learned: TEXT,
  reason: TEXT,
} as const satisfies Record<FieldName, { readonly type: 'string' }>;

export const FIELD_HELP = `  --kind KIND        micro, objective, keyResult, pact or commitment
  --status STATUS    open, proposed, paused, done, missed or dropped
  --owner PERSON     a name, an e-mail address, or me
  --parent ID        the larger goal this one serves
  --due DAY          2026-12-04, 12-04, 4.12., fri, 2d, 1w, eow, eom, …
  --priority 1|2|3   1 is the most urgent
  --weight NUMBER    share in the progress of the parent
  --notes TEXT       Markdown
  --cadence WORD     how often its people check in: daily, weekly, fortnightly, monthly, quarterly or never
  --repeat WORD      a new one begins when it is ticked: daily, weekdays, weekly, fortnightly, monthly or quarterly
  --mentor PERSON    who advises on it
  --why TEXT         the reason behind it; of a skill, what the person aspires to
  --learned TEXT     what a setback taught; asked for where a goal is missed, and a goal of the team is not missed without it
  --reason TEXT      why it was dropped; asked for where a goal is dropped, and a goal of the team is not dropped without it`;
