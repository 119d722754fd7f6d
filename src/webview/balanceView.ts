import type { TemplateResult } from 'lit';
import { html, nothing, svg } from 'lit';
import type { AreaBalance } from '../core/team/balance';
import type { PanelContext } from './panelContext';

/** Renders the balance of goals between operations, delivery and growth as a bar and as a table. */
export function balanceView(balance: readonly AreaBalance[], context: PanelContext): TemplateResult | typeof nothing {
  if (balance.length === 0) return nothing;
  const { texts, formats } = context;
  const total = balance.reduce((sum, { open, done }) => sum + open + done, 0);
  return html`<section aria-labelledby="heading-balance">
    <h2 id="heading-balance" tabindex="-1">${texts.balance}</h2>
    <svg class="balance" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${bars(balance, total)}</svg>
    <table class="balance" aria-labelledby="heading-balance">
      <thead>
        <tr>
          <th scope="col">${texts.area}</th>
          <th scope="col" class="number">${texts.open}</th>
          <th scope="col" class="number">${texts.done}</th>
        </tr>
      </thead>
      <tbody>
        ${balance.map(
          ({ area, open, done }) =>
            html`<tr>
              <th scope="row"><span class="key ${area}"></span>${texts[`area_${area}`]}</th>
              <td class="number">${formats.number(open)}</td>
              <td class="number">${formats.number(done)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function bars(balance: readonly AreaBalance[], total: number): TemplateResult[] {
  const widths = balance.map(({ open, done }) => (100 * (open + done)) / total);
  return balance.map(({ area }, index) => {
    const x = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    return svg`<rect class=${area} x=${x} y="0" width=${widths[index] ?? 0} height="4"></rect>`;
  });
}
