import type { Measure } from '../model/metric';
import type { Outlook, OutlookReason, OutlookState } from './outlook';
import type { Say } from '../text/fillText';

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
  floor: 'guard broken: {0} is {1}, at least {2}',
  ceiling: 'guard broken: {0} is {1}, at most {2}',
  way: '{0} → {1} of {2}',
  start: '{0} → {1}, not measured yet',
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
      return say(OKR_TEXTS[reason.code], percent(reason.progress), percent(reason.elapsed));
    case 'unknown':
      return say(OKR_TEXTS.unknown, percent(reason.progress));
    case 'confidence':
      return say(OKR_TEXTS.confidence, String(reason.confidence));
    case 'blocked':
      return say(OKR_TEXTS.blocked, String(reason.blockers));
    case 'keyResults':
      return say(OKR_TEXTS.keyResults, String(reason.off), String(reason.of));
    case 'guard': {
      const { title, now, limit, unit, side } = reason;
      return say(OKR_TEXTS[side], title, withUnit(now, unit), withUnit(limit, unit));
    }
  }
}

/** Returns the start, present value and target of a measure, such as `120 → 95 of 80 ms`. */
export function measureText({ start, now, target, unit }: Measure, say: Say): string {
  const goal = withUnit(target, unit);
  return now === undefined
    ? say(OKR_TEXTS.start, String(start), goal)
    : say(OKR_TEXTS.way, String(start), String(now), goal);
}

function withUnit(value: number, unit: string): string {
  return unit === '' ? String(value) : `${value} ${unit}`;
}

/** Returns a share in percent, rounded down so that 100 means done. */
function percent(share: number): string {
  return String(Math.floor(share * 100 + 1e-9));
}
