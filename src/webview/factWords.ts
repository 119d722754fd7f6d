import { blockedText, elsewhereText, placeText } from '../core/reports/factText';
import type { PlaceLine } from '../core/reports/branchReport';
import type { GoalLine } from '../core/reports/teamReport';
import type { Say } from '../core/text/fillText';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

/** "blocked 5 days", where something stands in the way of a goal. */
export function blockedWords({ blocked }: GoalLine, context: PanelContext): readonly string[] {
  return blocked === null ? [] : [blockedText(blocked, sayIn(context))];
}

/** What other branches are ahead with: "done on feat/x by Bo". */
export function elsewhereWords(places: readonly PlaceLine[], context: PanelContext): readonly string[] {
  return places.map((place) => elsewhereText(place, wordsIn(context)));
}

/** A branch, and who worked there where that is known. */
export function placeWord(place: PlaceLine, context: PanelContext): string {
  return placeText(place, wordsIn(context));
}

/** The report is clean already. */
function wordsIn(context: PanelContext): { readonly say: Say; readonly clean: (text: string) => string } {
  return { say: sayIn(context), clean: (text) => text };
}

function sayIn({ texts }: PanelContext): Say {
  return (text, ...values) => fillText(texts.facts[text] ?? text, ...values);
}
