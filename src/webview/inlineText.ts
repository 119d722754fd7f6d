import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { InlinePart } from '../core/text/inlineMarkdown';
import { inlineMarkdown } from '../core/text/inlineMarkdown';

/** Renders a line of Markdown that a person wrote; its links lead only to pages. */
export function inlineText(line: string): readonly TemplateResult[] {
  return shownParts(inlineMarkdown(line));
}

function shownParts(parts: readonly InlinePart[]): readonly TemplateResult[] {
  return parts.map(shownPart);
}

function shownPart(part: InlinePart): TemplateResult {
  switch (part.type) {
    case 'text':
      return html`${part.text}`;
    case 'strong':
      return html`<strong>${shownParts(part.parts)}</strong>`;
    case 'emphasis':
      return html`<em>${shownParts(part.parts)}</em>`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'link':
      return html`<a href=${part.url} title=${part.url}>${part.text}</a>`;
  }
}
