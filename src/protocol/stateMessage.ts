import { okrReport } from '../core/reports/okrReport';
import { pactReport } from '../core/reports/pactReport';
import { recordReport } from '../core/reports/recordReport';
import { teamReport } from '../core/reports/teamReport';
import type { Snapshot } from '../core/snapshot/snapshot';
import { fillText } from '../core/text/fillText';
import { panelTexts } from './panelTexts';

/** Message from host to panel. It holds the whole state, so the panel keeps nothing that could grow old. */
export type StateMessage = Readonly<ReturnType<typeof stateMessage>>;

/**
 * Returns the panel's view of a snapshot.
 * @param word translates an English text into the language of the person who looks.
 * @param locale BCP 47 tag of that language.
 */
export function stateMessage(snapshot: Snapshot, word: (text: string) => string, locale: string) {
  return {
    type: 'state' as const,
    report: teamReport(snapshot),
    records: recordReport(snapshot, word),
    okr: okrReport(snapshot, (text, ...values) => fillText(word(text), ...values)),
    pacts: pactReport(snapshot),
    texts: panelTexts(word),
    locale,
  };
}
