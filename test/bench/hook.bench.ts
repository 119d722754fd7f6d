import { writeActiveGoal } from '../../src/git/log/activeGoal';
import { A, installHook } from '../git/hooks/hookFixture';
import type { Figure } from '../support/run/figure';
import { interleave, median, percentile } from '../support/run/figure';
import { temporaryRepository } from '../support/gitRepository';

const ROUNDS = 200;
const MEDIAN_BUDGET = 8;
const P95_BUDGET = 20;

/** What a commit costs more with the hook and an active goal: two repositories alike, one of them with the hook. */
export async function run(): Promise<Figure[]> {
  const [bare, hooked] = await Promise.all([temporaryRepository(), temporaryRepository()]);
  try {
    const repository = await installHook(hooked.path);
    await writeActiveGoal(repository, { state: 'active', id: A, personal: false });
    const commit = ['commit', '--quiet', '--allow-empty', '--message', 'Subject'];
    for (const each of [bare, hooked]) await each.git('config', 'gc.auto', '0');
    const times = await interleave(
      () => hooked.git(...commit),
      () => bare.git(...commit),
      ROUNDS,
    );
    return [
      figure('commit with the hook over a bare one, median', median(times.a), median(times.b), MEDIAN_BUDGET),
      figure(
        'commit with the hook over a bare one, p95',
        percentile(times.a, 0.95),
        percentile(times.b, 0.95),
        P95_BUDGET,
      ),
    ];
  } finally {
    await Promise.all([bare.remove(), hooked.remove()]);
  }
}

function figure(name: string, hooked: number, bare: number, budget: number): Figure {
  const value = hooked - bare;
  return { name, value, unit: 'ms', budget, ok: value <= budget, reference: bare };
}
