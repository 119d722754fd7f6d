import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

export interface Folded<T> {
  readonly shown: readonly T[];
  /** Button "Show all", if there are more entries than are shown. */
  readonly button: TemplateResult | typeof nothing;
}

/** Returns the first `limit` entries of a list, or all once a person asked: nobody can use a page of thousands of rows. */
export function folded<T>(list: string, entries: readonly T[], limit: number, context: PanelContext): Folded<T> {
  if (entries.length <= limit) return { shown: entries, button: nothing };
  const { texts, formats } = context;
  const isExpanded = context.isExpanded(list);
  const label = isExpanded ? texts.showFewer : fillText(texts.showAll, formats.number(entries.length));
  const button = html`<button
    class="more"
    aria-expanded=${isExpanded ? 'true' : 'false'}
    @click=${() => {
      context.toggle(list);
    }}
  >
    ${label}
  </button>`;
  return { shown: isExpanded ? entries : entries.slice(0, limit), button };
}
