import { launchChromium } from '../support/host/launchChromium';
import type { Figure } from '../support/run/figure';
import { measure, median } from '../support/run/figure';
import { englishState } from '../support/englishState';
import { largeTeam } from '../support/sampleTeam';
import { openWebviewPage } from '../support/webviewPage';

const ROUNDS = 5;
const BUDGET = 1000;

/** From the state of 2,000 goals to the drawn page: the report, the message, the page. */
export async function run(): Promise<Figure[]> {
  const browser = await launchChromium();
  try {
    const snapshot = largeTeam();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 760 } });
      times.push(
        await measure(async () => {
          const panel = await openWebviewPage(page, 'dark');
          await panel.show(englishState(snapshot));
        }),
      );
      await page.close();
    }
    const value = median(times);
    const name = 'team panel drawn, 2,000 goals';
    return [{ name, value, unit: 'ms', budget: BUDGET, ok: value <= BUDGET, reference: null }];
  } finally {
    await browser.close();
  }
}
