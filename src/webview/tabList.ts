import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { PanelContext } from './panelContext';

/** View of the page. */
export interface Tab {
  /** Key that is kept with the page, so that it comes back to the same view. */
  readonly key: string;
  readonly label: string;
  readonly content: () => unknown;
}

/** Renders the views behind a list of tabs, which arrow keys walk along; a single view needs no list. */
export function tabList(tabs: readonly Tab[], context: PanelContext): unknown {
  const chosen = tabs.find(({ key }) => key === context.tab) ?? tabs[0];
  if (!chosen || tabs.length === 1) return chosen?.content();
  return html`<div
      class="tabs"
      role="tablist"
      aria-label=${context.texts.views}
      @keydown=${(event: KeyboardEvent) => {
        const next = neighbour(tabs, chosen, event.key);
        if (!next) return;
        event.preventDefault();
        context.showTab(next.key);
        document.getElementById(tabId(next))?.focus();
      }}
    >
      ${tabs.map((tab) => tabButton(tab, tab === chosen, context))}
    </div>
    <div id="view" role="tabpanel" aria-labelledby=${tabId(chosen)}>${chosen.content()}</div>`;
}

function tabButton(tab: Tab, isChosen: boolean, { showTab }: PanelContext): TemplateResult {
  return html`<button
    id=${tabId(tab)}
    role="tab"
    aria-selected=${isChosen}
    aria-controls="view"
    tabindex=${isChosen ? 0 : -1}
    @click=${() => {
      showTab(tab.key);
    }}
  >
    ${tab.label}
  </button>`;
}

function neighbour(tabs: readonly Tab[], chosen: Tab, key: string): Tab | undefined {
  const index = tabs.indexOf(chosen);
  switch (key) {
    case 'ArrowRight':
      return tabs[(index + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(index - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}

function tabId({ key }: Tab): string {
  return `tab-${key}`;
}
