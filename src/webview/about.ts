import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** Renders facts in one quiet line, each with a reading direction of its own. */
export function about(facts: readonly (string | undefined)[]): TemplateResult {
  const known = facts.filter((fact) => fact !== undefined);
  return html`<div class="about">${known.map((fact) => html`<bdi>${fact}</bdi>`)}</div>`;
}
