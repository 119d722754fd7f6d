import assert from 'node:assert/strict';
import { readPanelState } from '../../../src/webview/panelState';

describe('what the page of the panel keeps', () => {
  it('is nothing where there is nothing, or nothing of ours', () => {
    const first = { scroll: 0, expanded: [], requests: 0 };
    for (const kept of [undefined, null, 'state', { scroll: 'far', expanded: null }])
      assert.deepEqual(readPanelState(kept), first);
  });

  it('comes back as it was, with the number of the latest request', () => {
    const form = { kind: 'review', id: null, values: { note: 'so far' }, problems: {}, openedAfter: 4, typedAfter: 6 };
    const state = { scroll: 40, expanded: ['larger'], tab: 'records', thisBranch: true, form, requests: 7 };
    assert.deepEqual(readPanelState(JSON.parse(JSON.stringify(state))), state);
  });

  it('comes back with what was typed before requests had numbers', () => {
    const form = { kind: 'review', id: null, values: { note: 'so far' }, problems: {} };
    const { form: read, requests } = readPanelState({ scroll: 0, expanded: [], form });
    assert.deepEqual([read, requests], [{ ...form, openedAfter: 0, typedAfter: 0 }, 0]);
  });
});
