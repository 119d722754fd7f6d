import { blockedText, elsewhereText, aheadText, waitsText } from '../core/reports/factText';
import type { BranchLine } from '../core/reports/branchReport';
import type { GoalLine } from '../core/reports/teamReport';
import type { Say } from '../core/text/fillText';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

/** Returns "blocked 5 days" if something blocks the goal, and what it waits for. */
export function blockedWords({ blocked, waitsFor }: GoalLine, context: PanelContext): readonly string[] {
  const say = sayIn(context);
  const waits = waitsFor.length === 0 ? [] : [waitsText(waitsFor, say)];
  return blocked === null ? waits : [blockedText(blocked, say), ...waits];
}

/** Says in what other branches are ahead: "done on feat/x by Bo". */
export function elsewhereWords(places: readonly BranchLine[], context: PanelContext): readonly string[] {
  return places.map((place) => elsewhereText(place, wordsIn(context)));
}

/** Names a branch, and the people who worked there if they are known. */
export function aheadWord(place: BranchLine, context: PanelContext): string {
  return aheadText(place, wordsIn(context));
}

/** Returns the wording of facts; it cleans nothing, because the report is clean already. */
function wordsIn(context: PanelContext): { readonly say: Say; readonly clean: (text: string) => string } {
  return { say: sayIn(context), clean: (text) => text };
}

function sayIn({ texts }: PanelContext): Say {
  return (text, ...values) => fillText(texts.facts[text] ?? text, ...values);
}
