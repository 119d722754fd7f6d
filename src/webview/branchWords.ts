import type { PlaceLine } from '../core/rules/branchReport';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

/** What other branches are ahead with: "done on feat/x by Bo". */
export function elsewhereWords(places: readonly PlaceLine[], context: PanelContext): readonly string[] {
  const { texts } = context;
  return places.map((place) => {
    const { done, isIntegration } = place;
    const what = !done ? texts.inFlightOn : isIntegration ? texts.mergedTo : texts.doneOn;
    return fillText(what, placeWord(place, context));
  });
}

/** A branch, and who worked there where that is known. */
export function placeWord({ branch, by }: PlaceLine, { texts }: PanelContext): string {
  return by === '' ? branch : fillText(texts.branchBy, branch, by);
}
