import type { Json } from '../document/json';
import type { Problem } from '../document/problem';
import type { FieldValues } from './field';
import type { GoalKind, GoalStatus } from './goal';
import { goalKind } from './goal';
import type { Aliases } from './onePerson';
import { NO_ALIASES, withOnePerson } from './onePerson';
import { readRecord } from './readRecord';
import { changedAt, createdAt, editedAt, touchedAt } from './recordTimes';

type GoalValues = FieldValues<typeof goalKind.fields>;

interface PeopleWritten {
  readonly written: GoalValues;
  readonly aliases: Aliases;
}

interface GoalReading {
  readonly goal: Goal;
  readonly problems: readonly Problem[];
}

/** Cached readings: records are never altered, and nearly all are the same objects in the next snapshot. */
const READINGS = new WeakMap<object, GoalReading>();

/** @param aliases further addresses of people, each of whom the goal names by one. */
export function readGoal(id: string, record: Json, aliases: Aliases = NO_ALIASES): GoalReading {
  const joined = withOnePerson(goalKind, record, aliases);
  const reading = readAsWritten(id, record);
  if (joined === record) return reading;
  const { written } = reading.goal;
  const { values } = readRecord(goalKind, id, joined);
  return { ...reading, goal: new Goal(id, values, record, undefined, { written, aliases }) };
}

function readAsWritten(id: string, record: Json): GoalReading {
  const key = typeof record === 'object' && record !== null ? record : undefined;
  const known = key && READINGS.get(key);
  if (known?.goal.id === id) return known;
  const { values, problems } = readRecord(goalKind, id, record);
  const reading = { goal: new Goal(id, values, record), problems };
  if (key) READINGS.set(key, reading);
  return reading;
}

/**
 * A goal as the screen and the rules see it; a property is `undefined` if the record says nothing. Its times (milliseconds since
 * 1970, undefined without a valid stamp) are computed on demand: nearly all of them are never needed.
 */
export class Goal {
  readonly title: string;
  readonly kind: GoalKind;
  readonly status: GoalStatus;
  readonly owner: string | undefined;
  readonly parent: string | undefined;
  readonly order: string | undefined;
  /** ISO day. */
  readonly due: string | undefined;
  /** Priority from 1, the most urgent. */
  readonly priority: number | undefined;
  readonly pinned: boolean;
  /** Share in the parent's progress; undefined counts as the number of goals below it. */
  readonly weight: number | undefined;
  readonly tags: readonly string[];
  readonly notes: string;
  readonly deleted: boolean;
  #created: { readonly at: number | undefined } | undefined;

  /**
   * @param completed time at which a commit completed it, which overrides the record.
   * @param people how the record names people, if the values name them by other addresses.
   */
  constructor(
    readonly id: string,
    private readonly values: GoalValues,
    private readonly record: Json,
    private readonly completed?: number,
    private readonly people: PeopleWritten = { written: values, aliases: NO_ALIASES },
  ) {
    this.title = values.title ?? id;
    this.kind = values.kind;
    this.status = completed === undefined ? values.status : 'done';
    this.owner = values.owner?.toLowerCase();
    this.parent = values.parent;
    this.order = values.order;
    this.due = values.due;
    this.priority = values.priority;
    this.pinned = values.pinned;
    this.weight = values.weight;
    this.tags = values.tags === undefined ? NO_TAGS : Object.keys(values.tags).sort();
    this.notes = values.notes ?? '';
    this.deleted = values.deleted;
  }

  /** The fields that few goals have, by their names in the declaration. */
  get more(): Omit<GoalValues, keyof Goal> {
    return this.values;
  }

  /** The values as the record has them, which may name people by other addresses of theirs. */
  get written(): GoalValues {
    return this.people.written;
  }

  /** Further addresses of people, which the record may use. */
  get aliases(): Aliases {
    return this.people.aliases;
  }

  get created(): number | undefined {
    // Cached, because each comparison of two goals asks for it.
    this.#created ??= { at: createdAt(this.record) };
    return this.#created.at;
  }

  get statusChanged(): number | undefined {
    return this.completed ?? changedAt(this.record, 'status');
  }

  get parentChanged(): number | undefined {
    return changedAt(this.record, 'parent');
  }

  /** The latest stamp anywhere in the record. */
  get touched(): number | undefined {
    return touchedAt(this.record);
  }

  /** Tells whether its status was set later than a commit made at that time; commit times are known only to the second. */
  isStatusLater(commit: number): boolean {
    const edited = editedAt(this.record, 'status');
    return edited === undefined ? (this.created ?? 0) >= commit + 1000 : edited > commit;
  }

  /** Returns the same goal, open because everybody agreed to what was proposed. */
  agreed(): Goal {
    return new Goal(this.id, { ...this.values, status: 'open' }, this.record, this.completed, this.people);
  }

  /** Returns the same goal, done by a commit at that time. */
  completedAt(millis: number): Goal {
    return new Goal(this.id, this.values, this.record, millis, this.people);
  }
}

const NO_TAGS: readonly string[] = [];
