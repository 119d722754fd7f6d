import * as vscode from 'vscode';
import type { GoalKind, GoalStatus } from '../../core/model/goal';
import { kindOfGoal } from '../../core/model/kinds';
import type { FactWords } from '../../core/reports/factText';
import { FACT_TEXTS } from '../../core/reports/factText';
import type { Snapshot } from '../../core/snapshot/snapshot';
import { addDays } from '../../core/text/isoDate';
import { oneLine, visible } from '../../core/text/safeText';
import { declaredWord } from './declaredWord';

const { t } = vscode.l10n;
/** Characters of the longest line that anybody reads. */
const LONGEST = 2000;

export function kindWord(kind: GoalKind): string {
  return declaredWord(kindOfGoal(kind).label);
}

export function statusWord(status: GoalStatus): string {
  return declaredWord(FACT_TEXTS[status]);
}

/** Returns a day as a person says it: today, tomorrow, else e.g. `Fri, Nov 27`, in the editor's language. */
export function dayWord(day: string, today: string): string {
  if (day === today) return t('today');
  if (day === addDays(today, 1)) return t('tomorrow');
  if (day === addDays(today, -1)) return t('yesterday');
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  const format = new Intl.DateTimeFormat(vscode.env.language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...year,
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Returns a moment in the person's own time zone. */
export function momentWord(millis: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(millis);
}

/**
 * Returns a person's text for a prompt, a message or a notification. The editor turns `[x](command:…)` there into live links, so this
 * breaks up each such pair.
 */
export function plain(text: string): string {
  return visible(text).replaceAll('](', '] (');
}

export function personWord(id: string, people: ReadonlyMap<string, string>): string {
  return oneLine(people.get(id) ?? id, LONGEST);
}

/** Returns the words for facts of a goal in the editor. */
export function factWords({ calendar, people }: Snapshot): FactWords {
  const day = (iso: string): string => dayWord(iso, calendar.today);
  return {
    say: t,
    day,
    comingDay: day,
    person: (address) => personWord(address, people),
    name: (address) => personWord(address, people),
    kind: kindWord,
    priority: (priority) => `P${priority}`,
    clean: (text) => oneLine(text, LONGEST),
  };
}
