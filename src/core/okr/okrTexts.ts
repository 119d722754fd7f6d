import type { Measure } from '../model/metric';
import type { Zone } from '../ports/ports';
import { momentFigures } from '../snapshot/calendar';
import type { KpiBreach, KpiStanding } from './kpis';
import type { Outlook, OutlookReason, OutlookState } from './outlook';
import type { Say } from '../text/fillText';
import { percentOf } from '../text/percent';
import { withUnit } from '../text/withUnit';

/** Texts about objectives and key results, in English; keys of the l10n bundle. */
export const OKR_TEXTS = {
  onTrack: 'on track',
  atRisk: 'at risk',
  offTrack: 'off track',
  pace: '{0} % done, {1} % of the time gone',
  over: '{0} % done, and the time is over',
  reached: '{0} % done',
  unknown: '{0} % done, no time set',
  confidence: 'confidence {0} of 5',
  blocked: 'open blockers: {0}',
  keyResults: '{0} of {1} key results off track',
  floor: 'out of bounds: {0} is {1}, at least {2}',
  ceiling: 'out of bounds: {0} is {1}, at most {2}',
  atLeast: 'must be at least {0}',
  atMost: 'must be at most {0}',
  stale: 'stale',
  unmeasured: 'not measured yet',
  worse: 'worse than at the start: {0}',
  way: '{0} → {1} of {2}',
  start: '{0} → {1}, not measured yet',
  target: '{0} wanted, not measured yet',
  fromZero: '{0}, counted from 0',
  fromFirst: '{0}, counted from the first reading',
  held: 'held: {0}, at least {1}',
  heldBelow: 'held: {0}, at most {1}',
  notHeld: 'not held: {0}, at least {1}',
  notHeldBelow: 'not held: {0}, at most {1}',
} as const;

export function outlookWord(state: OutlookState, say: Say): string {
  return say(OKR_TEXTS[state]);
}

/** Returns the word for an outlook with all its reasons. */
export function outlookText({ state, reasons }: Outlook, say: Say): string {
  return `${outlookWord(state, say)}: ${reasons.map((reason) => reasonText(reason, say)).join('; ')}`;
}

export function reasonText(reason: OutlookReason, say: Say): string {
  switch (reason.code) {
    case 'pace':
    case 'over':
    case 'reached':
      return say(OKR_TEXTS[reason.code], String(reason.percent), String(percentOf(reason.elapsed)));
    case 'unknown':
      return say(OKR_TEXTS.unknown, String(reason.percent));
    case 'confidence':
      return say(OKR_TEXTS.confidence, String(reason.confidence));
    case 'blocked':
      return say(OKR_TEXTS.blocked, String(reason.blockers));
    case 'keyResults':
      return say(OKR_TEXTS.keyResults, String(reason.off), String(reason.of));
    case 'worse':
      return worseText(reason.measure, say);
    case 'kpi':
      return breachText(reason, say);
  }
}

/** Returns e.g. `out of bounds: Error rate is 0.07 %, at most 0.05 %`. */
export function breachText({ title, now, limit, unit, side }: KpiBreach, say: Say): string {
  return say(OKR_TEXTS[side], title, withUnit(now, unit), withUnit(limit, unit));
}

/** Returns the latest value of a KPI with its day, and what is wrong with it, such as `0.07 % · 2026-11-27 · must be at most 0.05 % · stale`. */
export function kpiText({ now, unit, breach, isStale }: KpiStanding, zone: Zone, say: Say): string {
  if (now === undefined) return say(OKR_TEXTS.unmeasured);
  const bound = breach && say(OKR_TEXTS[breach.side === 'floor' ? 'atLeast' : 'atMost'], withUnit(breach.limit, unit));
  const parts = [
    withUnit(now.value, unit),
    momentFigures(now.at, zone),
    bound,
    isStale ? say(OKR_TEXTS.stale) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Returns the start, present value and target of a measure, such as `120 → 95 of 80 ms`. */
export function measureText(measure: Measure, say: Say): string {
  const { start, begins, now, target, unit, isLevel } = measure;
  const goal = withUnit(target, unit);
  if (now === undefined)
    return begins === 'said' ? say(OKR_TEXTS.start, String(start), goal) : say(OKR_TEXTS.target, goal);
  if (isLevel) return levelText(measure, now, say);
  const way = say(OKR_TEXTS.way, String(start), String(now), goal);
  if (begins === 'said') return way;
  return say(begins === 'zero' ? OKR_TEXTS.fromZero : OKR_TEXTS.fromFirst, way);
}

/** Returns whether a level is held, such as `not held: 99.8 %, at least 99.9 %`. */
function levelText({ target, unit, direction, isWorse }: Measure, now: number, say: Say): string {
  const texts = isWorse ? [OKR_TEXTS.notHeld, OKR_TEXTS.notHeldBelow] : [OKR_TEXTS.held, OKR_TEXTS.heldBelow];
  const [up = '', down = ''] = texts;
  return say(direction === 'up' ? up : down, withUnit(now, unit), withUnit(target, unit));
}

function worseText(measure: Measure, say: Say): string {
  const { now = 0, unit, isLevel } = measure;
  return isLevel ? levelText(measure, now, say) : say(OKR_TEXTS.worse, withUnit(now, unit));
}
