import { member } from '../../core/document/json';
import { isClosedStatus } from '../../core/snapshot/goalStanding';
import type { GoalChoice } from '../../core/text/matchGoal';
import type { QuickAdd } from '../../core/text/quickAdd';
import { parseQuickAdd } from '../../core/text/quickAdd';
import { presentCalendar } from '../../store/nodePorts';
import { findGoal } from './findGoal';
import type { VerbPlace } from './verbPlace';
import { readPeople } from './people';
import type { FieldContext } from '../../core/model/readFieldText';
import { readGoals } from './readGoals';

export function fieldContext(place: VerbPlace): FieldContext {
  const { today, zone } = presentCalendar();
  return {
    today,
    zone,
    people: () => readPeople(place),
    recordOf: async (text) => {
      const { id, title } = findGoal(text, await readGoals(place));
      return { id, label: title };
    },
  };
}

/** Reads a quick-add line; looks up people and goals only if the line may name one. */
export async function readQuickAdd(text: string, place: VerbPlace): Promise<QuickAdd> {
  const { today, people } = fieldContext(place);
  return parseQuickAdd(text, {
    today,
    people: text.includes('@') ? await people() : [],
    goals: text.includes('^') ? await goalChoices(place) : [],
  });
}

async function goalChoices(place: VerbPlace): Promise<GoalChoice[]> {
  const { goals } = await readGoals(place);
  const open = [...goals.values()].filter(({ record }) => !isClosedStatus(member(record, 'status')));
  return open.map(({ id, title }) => ({ id, title }));
}
