import type { HostMessage } from '../../src/protocol/panelMessages';
import { okrReport } from '../../src/core/reports/okrReport';
import { pactReport } from '../../src/core/reports/pactReport';
import { recordReport } from '../../src/core/reports/recordReport';
import { teamReport } from '../../src/core/reports/teamReport';
import type { Snapshot } from '../../src/core/snapshot/snapshot';
import { fillText } from '../../src/core/text/fillText';
import { panelTexts } from '../../src/protocol/panelTexts';

/** What the host would send to the team panel, with the English texts. */
export function stateMessage(snapshot: Snapshot): HostMessage {
  return {
    type: 'state',
    report: teamReport(snapshot),
    records: recordReport(snapshot, (text) => text),
    okr: okrReport(snapshot, fillText),
    pacts: pactReport(snapshot),
    texts: panelTexts((text) => text),
    locale: 'en',
  };
}
