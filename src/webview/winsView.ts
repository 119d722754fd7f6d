import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { WinLine } from '../core/reports/winReport';
import { fillText } from '../core/text/fillText';
import { folded } from './folded';
import type { PanelContext } from './panelContext';

const LIMIT = 10;

/** Renders the wins since Monday, folded until somebody wants to see them. */
export function winsView(wins: readonly WinLine[], context: PanelContext): TemplateResult | typeof nothing {
  if (wins.length === 0) return nothing;
  const { texts, formats } = context;
  const { shown, button } = folded('wins', wins, LIMIT, context);
  return html`<details class="wins">
    <summary>
      <h2 id="heading-wins" tabindex="-1">${texts.wins}</h2>
      <span class="day">${formats.number(wins.length)}</span>
    </summary>
    <ul class="records" aria-labelledby="heading-wins">
      ${shown.map((win) => winRow(win, context))}
    </ul>
    ${button}
  </details>`;
}

function winRow({ what, text, by, to, at }: WinLine, { texts, formats }: PanelContext): TemplateResult {
  const whom = what === 'kudos' || what === 'reward' ? fillText(texts.kudosTo, to.join(', ') || texts.everybody) : '';
  return html`<li>
    <div class="what">
      <span class="about">${texts[`win_${what}`]}</span> <bdi class="line">${text}</bdi>
      <div class="about">
        ${whom === '' ? nothing : html`<bdi>${whom}</bdi>`} ${by === null ? nothing : html`<bdi>${by}</bdi>`}
      </div>
    </div>
    <span class="day">${formats.instant(at)}</span>
  </li>`;
}
