import type { TemplateResult } from 'lit';
import { html } from 'lit';

/** Renders a mark. All marks here stand beside a text that says the same, so they are hidden from screen readers. */
export function overdueIcon(): TemplateResult {
  return html`<svg class="icon overdue" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.25" />
    <path d="M8 4.5v4.25l2.5 1.5" />
  </svg>`;
}

export function warningIcon(): TemplateResult {
  return html`<svg class="icon warning" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1.75 14.75 14H1.25Z" />
    <path d="M8 6v4M8 11.25v1.25" />
  </svg>`;
}

export function errorIcon(): TemplateResult {
  return html`<svg class="icon error" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.25" />
    <path d="M5.75 5.75l4.5 4.5M10.25 5.75l-4.5 4.5" />
  </svg>`;
}

export function activeIcon(): TemplateResult {
  return html`<svg class="icon active" viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3.5v9l7-4.5Z" /></svg>`;
}

export function openIcon(): TemplateResult {
  return html`<svg class="icon open" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 4l4 4-4 4" /></svg>`;
}
