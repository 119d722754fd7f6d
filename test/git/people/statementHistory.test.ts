import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { formatDocument } from '../../../src/core/document/formatDocument';
import type { Scope } from '../../../src/core/snapshot/snapshot';
import { lateFacts } from '../../../src/editor/service/lateFacts';
import type { LatePlace } from '../../../src/editor/service/statementHistory';
import { StatementHistory } from '../../../src/editor/service/statementHistory';
import type { Repository } from '../../../src/git/run/repository';
import { openRepository } from '../../../src/git/run/repository';
import { documentWith, readText } from '../../support/documents';
import { temporaryRepository, TEST_USER, type TemporaryRepository } from '../../support/gitRepository';
import { SHARED_FILE } from '../../support/team';

const SIGNED = 's-4kq7w2m9xd';
const SIGNATURE = {
  goal: 'g-4kq7w2m9xd',
  by: TEST_USER.email,
  terms: '1:sha256-aa',
  created: '20261118T090000000Z-0000-aaaa',
};
const TEXT = formatDocument(documentWith({ [SIGNED]: SIGNATURE }));

describe('what the editor knows of where signatures come from', () => {
  let temporary: TemporaryRepository;
  let file: string;

  beforeEach(async () => {
    temporary = await temporaryRepository();
    file = await temporary.write(SHARED_FILE, TEXT);
  });

  afterEach(() => temporary.remove());

  function placeOf(repository: Repository): LatePlace {
    const team = { path: file, root: temporary.path };
    return { repository, team, archive: undefined, me: () => Promise.resolve(TEST_USER.email) };
  }

  it('is looked up again until history bears them out, and then no more', async () => {
    const opened = await openRepository(temporary.path);
    assert.ok(opened.state === 'open');
    const errors: string[] = [];
    const log = { info: () => undefined, error: (message: string) => errors.push(message) };
    const history = new StatementHistory(placeOf(opened.repository), log, () => undefined);
    const sources = [{ scope: 'team' as Scope, path: file, reading: readText(TEXT) }];
    const stateNow = async (): Promise<string | undefined> => {
      history.forget();
      history.read(sources);
      await history.settled();
      return history.read(sources)?.get(SIGNED)?.state;
    };
    assert.equal(await stateNow(), 'unconfirmed');
    await temporary.commit('Sign');
    assert.equal(await stateNow(), 'confirmed');
    await rename(path.join(temporary.path, '.git'), path.join(temporary.path, 'away'));
    assert.equal(await stateNow(), 'confirmed');
    assert.deepEqual(errors, []);
  });

  it('is known of what was read last once all that comes late is settled, the first time, too', async () => {
    await temporary.commit('Sign');
    const opened = await openRepository(temporary.path);
    assert.ok(opened.state === 'open');
    const log = { info: () => undefined, error: (message: string) => assert.fail(message) };
    const late = lateFacts(placeOf(opened.repository), log, () => undefined);
    const sources = [{ scope: 'team' as Scope, path: file, reading: readText(TEXT) }];
    assert.equal(late.facts.provenance(sources), undefined, 'no reading waits for history');
    await late.settled();
    assert.equal(late.facts.provenance(sources)?.get(SIGNED)?.state, 'confirmed');
  });
});
