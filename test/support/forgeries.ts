import { BO, type Forgery, type SignedHistory } from './signedHistory';
import { SHARED_FILE } from './team';

/** The terms that nobody but a forger has seen. */
const OTHER_TERMS = `1:sha256-${'f'.repeat(64)}`;

async function signedByBo(history: SignedHistory): Promise<string> {
  const id = await history.sign(BO, BO);
  await history.commit('Bo signs', BO);
  return id;
}

async function takenBackByBo(history: SignedHistory): Promise<string> {
  const id = await signedByBo(history);
  await history.change({ type: 'set', id, path: 'deleted', value: true }, BO);
  await history.commit('Bo takes it back', BO);
  return id;
}

/** How somebody may write in the name of Bo what Bo never said; each returns the id of what is forged. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  async commit(history, forger) {
    const id = await history.sign(BO, forger);
    await history.commit('Tidy up', forger);
    return id;
  },

  async 'merged branch'(history, forger) {
    await history.git('switch', '--quiet', '--create', 'forged');
    const id = await history.sign(BO, forger);
    await history.commit('Tidy up', forger);
    await history.git('switch', '--quiet', 'main');
    await history.git('merge', '--quiet', '--no-ff', '--no-edit', 'forged');
    await history.git('branch', '--quiet', '-D', 'forged');
    return id;
  },

  async 'cherry-pick'(history, forger) {
    await history.git('switch', '--quiet', '--create', 'forged');
    const id = await history.sign(BO, forger);
    const commit = await history.commit('Tidy up', forger);
    await history.git('switch', '--quiet', 'main');
    await history.git('-c', `user.email=${forger.email}`, 'cherry-pick', commit);
    await history.git('branch', '--quiet', '-D', 'forged');
    return id;
  },

  async 'hidden by attributes'(history, forger) {
    await history.write('.gitattributes', '.microgoals/*.json -diff\n');
    const id = await history.sign(BO, forger);
    await history.commit('Generated files have no diff', forger);
    await history.git('rm', '--quiet', '.gitattributes');
    await history.commit('Diffs again', forger);
    return id;
  },

  async 'within a merge'(history, forger) {
    await history.git('switch', '--quiet', '--create', 'side');
    await history.commit('Beside', forger);
    await history.git('switch', '--quiet', 'main');
    await history.commit('On main', forger);
    await history.git('merge', '--quiet', '--no-ff', '--no-commit', 'side');
    const id = await history.sign(BO, forger);
    await history.commit("Merge branch 'side' (#12)", forger);
    await history.git('branch', '--quiet', '-D', 'side');
    return id;
  },

  async 'NULs that pass for a commit of Bo'(history, forger) {
    const good = await history.text();
    const head = await history.git('rev-parse', 'HEAD');
    const id = history.nextId();
    const field = [head, head, BO.email, BO.email, 'message', ''].join('\0');
    await history.write('.gitattributes', '.microgoals/*.json diff\n');
    await history.write(SHARED_FILE, `{\n"x": "\0${field}\n"${id}": 1\n`);
    await history.commit('Broken', forger);
    await history.git('rm', '--quiet', '.gitattributes');
    await history.write(SHARED_FILE, good);
    await history.commit('Mended', forger);
    await history.sign(BO, forger);
    await history.commit('Tidy up', forger);
    return id;
  },

  async 'within the mending of a broken file'(history, forger) {
    const good = await history.text();
    await history.write(SHARED_FILE, good.slice(0, good.length / 2));
    await history.commit('Broken', forger);
    await history.write(SHARED_FILE, good);
    const id = await history.sign(BO, forger);
    await history.commit('Mended', forger);
    return id;
  },

  async 'on a line that Bo touches next'(history, forger) {
    const id = await history.sign(BO, forger);
    const text = await history.text();
    await history.write(SHARED_FILE, `${JSON.stringify(JSON.parse(text))}\n`);
    await history.commit('Smaller', forger);
    history.honest.push(await history.sign(BO, BO));
    await history.commit('Bo signs something else', BO);
    return id;
  },

  async 'other terms in what Bo signed'(history, forger) {
    const id = await signedByBo(history);
    await history.change({ type: 'set', id, path: 'terms', value: OTHER_TERMS }, forger);
    await history.commit('Land it (#7)', forger);
    return id;
  },

  async 'other terms, stamped as if by Bo'(history, forger) {
    const id = await signedByBo(history);
    await history.change({ type: 'set', id, path: 'terms', value: OTHER_TERMS }, BO);
    await history.commit('Small fix', forger);
    return id;
  },

  async 'a signature that Bo took back'(history, forger) {
    const id = await takenBackByBo(history);
    await history.change({ type: 'set', id, path: 'deleted', value: false }, forger);
    await history.commit('Tidy up', forger);
    return id;
  },

  async 'an older version from before Bo took it back'(history, forger) {
    const id = await takenBackByBo(history);
    await history.git('checkout', '--quiet', 'HEAD~1', '--', SHARED_FILE);
    await history.commit('Tidy up', forger);
    return id;
  },

  async 'what Bo said, deleted without a stamp'(history, forger) {
    const id = await signedByBo(history);
    const file = JSON.parse(await history.text()) as { records: Record<string, object> };
    file.records[id] = { ...file.records[id], deleted: true };
    await history.write(SHARED_FILE, `${JSON.stringify(file, null, 2)}\n`);
    await history.commit('Tidy up', forger);
    return id;
  },

  async 'a forgery that Bo reverts and brings back'(history, forger) {
    const id = await history.sign(BO, forger);
    await history.commit('Tidy up', forger);
    await history.git('-c', `user.email=${forger.email}`, 'revert', '--no-edit', 'HEAD');
    await history.asBo('revert', '--no-edit', 'HEAD');
    return id;
  },

  async 'another time, so that it outlives what Bo said later'(history, forger) {
    const id = await signedByBo(history);
    const file = JSON.parse(await history.text()) as { records: Record<string, object> };
    file.records[id] = { ...file.records[id], created: '20270101T000000000Z-0000-bo00' };
    await history.write(SHARED_FILE, `${JSON.stringify(file, null, 2)}\n`);
    await history.commit('Tidy up', forger);
    return id;
  },

  async 'a merge that keeps the side from before Bo took it back'(history, forger) {
    const id = await takenBackByBo(history);
    await history.git('switch', '--quiet', '--create', 'stale', 'HEAD~1');
    await history.commit('Beside', forger);
    await history.mergeAs(forger, 'main', '--strategy=ours');
    await history.git('switch', '--quiet', 'main');
    await history.git('merge', '--quiet', '--ff-only', 'stale');
    await history.git('branch', '--quiet', '-D', 'stale');
    return id;
  },

  async 'a merge that undoes how Bo reverted it, long after that was read'(history, forger) {
    const id = await signedByBo(history);
    await history.git('branch', 'stale');
    await history.asBo('revert', '--no-edit', 'HEAD');
    await history.commit('On main', forger);
    await history.git('switch', '--quiet', 'stale');
    await history.commit('Beside', forger);
    await history.provenance();
    await history.mergeAs(forger, 'main~1', '--strategy=ours');
    await history.git('switch', '--quiet', 'main');
    await history.mergeAs(forger, 'stale');
    await history.git('branch', '--quiet', '-D', 'stale');
    return id;
  },
};
