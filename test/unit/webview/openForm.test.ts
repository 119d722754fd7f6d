import assert from 'node:assert/strict';
import type { FormMessage } from '../../../src/protocol/panelMessages';
import { openedForm, withAnswer, withValue } from '../../../src/webview/openForm';

const CHECK_IN = { kind: 'check-in', id: null, values: { note: '', confidence: '' } };
const REVIEW = { kind: 'review', id: 'r-4kq7w2m9xd', values: { note: 'as it was' } };
const PROBLEMS = { confidence: 'Confidence must be a number from 1 to 5.' };

/** The answer to a form that was sent. */
function answer({ kind, id }: Pick<FormMessage, 'kind' | 'id'>, request: number, problems = {}): FormMessage {
  return { type: 'form', kind, id, request, problems };
}

describe('the form that is open', () => {
  it('goes when it is saved as it stands', () => {
    const typed = withValue(openedForm(CHECK_IN, 3), 'note', 'half of it', 3);
    assert.deepEqual(typed.values, { note: 'half of it', confidence: '' });
    assert.equal(withAnswer(typed, answer(CHECK_IN, 4)), undefined);
  });

  it('stays with its problems, and goes once they are solved', () => {
    const refused = withAnswer(openedForm(CHECK_IN, 0), answer(CHECK_IN, 1, PROBLEMS));
    assert.deepEqual(refused?.problems, PROBLEMS);
    assert.equal(withAnswer(withValue(refused, 'confidence', '4', 1), answer(CHECK_IN, 2)), undefined);
  });

  it('stays as it is when another form that was sent before is saved or refused late', () => {
    const typed = withValue(openedForm(REVIEW, 1), 'note', 'typed since', 1);
    assert.equal(withAnswer(typed, answer(CHECK_IN, 1)), typed);
    assert.equal(withAnswer(typed, answer(CHECK_IN, 1, PROBLEMS)), typed);
  });

  it('stays as it is when an earlier form of its own kind is saved or refused late', () => {
    const typed = withValue(openedForm(CHECK_IN, 1), 'note', 'the next one', 1);
    assert.equal(withAnswer(typed, answer(CHECK_IN, 1)), typed);
    assert.equal(withAnswer(typed, answer(CHECK_IN, 1, PROBLEMS)), typed);
  });

  it('stays as it is when a record of another kind, or another one of its kind, is answered', () => {
    const form = openedForm(REVIEW, 0);
    assert.equal(withAnswer(form, answer({ ...REVIEW, kind: 'kudos' }, 1)), form);
    assert.equal(withAnswer(form, answer({ ...REVIEW, id: null }, 1)), form);
  });

  it('keeps what was typed since it was sent, until that is saved, too', () => {
    const refused = withAnswer(openedForm(CHECK_IN, 0), answer(CHECK_IN, 1, PROBLEMS));
    assert.ok(refused);
    const typed = withValue(refused, 'note', 'half of it and more', 2);
    const kept = withAnswer(typed, answer(CHECK_IN, 2));
    assert.deepEqual(kept, { ...typed, problems: {} });
    assert.equal(withAnswer(typed, answer(CHECK_IN, 3)), undefined);
  });

  it('says what was wrong with it, also where something was typed since', () => {
    const typed = withValue(openedForm(CHECK_IN, 0), 'note', 'more', 1);
    assert.deepEqual(withAnswer(typed, answer(CHECK_IN, 1, PROBLEMS)), { ...typed, problems: PROBLEMS });
  });
});
