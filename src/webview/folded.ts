import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { fillText } from '../core/text/fillText';
import type { PanelContext } from './panelContext';

export interface Folded<T> {
  readonly shown: readonly T[];
  /** "Show all", where there is more than is shown. */
  readonly button: TemplateResult | typeof nothing;
}

/** The first `limit` entries of a list, all of them once a person asked: a page of thousands of rows serves nobody. */
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
