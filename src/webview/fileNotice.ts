import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { fillText } from '../core/text/fillText';
import { warningIcon } from './icons';
import type { PanelContext } from './panelContext';

/** Renders the problem of the shared file, its position, and a button that opens the file. */
export function fileNotice(context: PanelContext): TemplateResult | typeof nothing {
  const { texts, formats, send } = context;
  const { file } = context.report;
  if (!('problem' in file)) return nothing;
  const { message, line, column } = file.problem;
  const place = line === null ? '' : fillText(texts.place, formats.number(line), formats.number(column ?? 1));
  return html`<section class="notice" role="status">
    ${warningIcon()}
    <div>
      <p><strong>${file.state === 'broken' ? texts.broken : texts.readOnly}</strong></p>
      <p>${message} <span class="place">${place}</span></p>
    </div>
    <button
      class="primary"
      @click=${() => {
        send({ type: 'openFile' });
      }}
    >
      ${texts.openFile}
    </button>
  </section>`;
}
