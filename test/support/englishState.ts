import type { Snapshot } from '../../src/core/snapshot/snapshot';
import type { StateMessage } from '../../src/protocol/stateMessage';
import { stateMessage } from '../../src/protocol/stateMessage';

/** What the host would send to the team panel, with the English texts. */
export function englishState(snapshot: Snapshot): StateMessage {
  return stateMessage(snapshot, (text) => text, 'en');
}
