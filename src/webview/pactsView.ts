import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { CommitmentLine, PactEntry, SaidLine, SignatureLine } from '../core/reports/pactReport';
import { fillText } from '../core/text/fillText';
import { about } from './about';
import { folded } from './folded';
import { contributorNames, goalTitle } from './goalParts';
import { errorIcon } from './icons';
import { inlineText } from './inlineText';
import type { PanelContext } from './panelContext';

const LIMIT = 10;

/** Renders the pacts of the team and their outcomes. */
export function pactsView(context: PanelContext): TemplateResult {
  const { texts, pacts } = context;
  const { shown, button } = folded('pacts', pacts, LIMIT, context);
  return html`<section aria-labelledby="heading-pacts">
    <h2 id="heading-pacts" tabindex="-1">${texts.pacts}</h2>
    <ul class="outline" data-list="pacts">
      ${shown.map((pact) => pactItem(pact, context))}
    </ul>
    ${button}
  </section>`;
}

function pactItem(pact: PactEntry, context: PanelContext): TemplateResult {
  const { texts } = context;
  const { id, why, missing, withoutSkill, isDoubted } = pact;
  const gaps = missing.map((gap) => texts[`gap_${gap}`]).join(', ');
  return html`<li data-goal=${id}>
    <div class="objective">
      ${goalTitle(pact, context)} ${about([stateWords(pact, context), isDoubted ? texts.doubted : undefined])}
      ${why === null ? nothing : html`<p><bdi>${inlineText(fillText(texts.whyOf, why))}</bdi></p>`}
      ${gaps === '' ? nothing : html`<p>${fillText(texts.notSmart, gaps)}</p>`}
      ${withoutSkill.length === 0 ? nothing : html`<p><bdi>${fillText(texts.withoutSkill, withoutSkill.join(', '))}</bdi></p>`}
      ${contributorNames(pact.contributors, context)}
    </div>
    <div class="columns">
      ${list(id, texts.commitments, pact.commitments, (line) => commitmentRow(line, context), context)}
      ${list(id, texts.signatures, pact.signatures, (line) => signatureRow(line, context), context)}
      ${list(id, texts.supporters, pact.supporters, saidRow, context)}
      ${list(id, texts.milestones, pact.milestones, saidRow, context)}
      ${list(id, texts.resources, pact.resources, saidRow, context)}
      ${list(id, texts.changes, pact.changes, saidRow, context)}
    </div>
  </li>`;
}

function stateWords({ state, signed, parties, waitsFor }: PactEntry, { texts, formats }: PanelContext): string {
  const word = texts[`pact_${state}`];
  const names = waitsFor.join(', ');
  if (state === 'amended') return names === '' ? word : `${word} · ${fillText(texts.newTermsWait, names)}`;
  if (state !== 'proposed' && state !== 'lapsed') return word;
  const count = `${word}, ${fillText(texts.signedOf, formats.number(signed), formats.number(parties))}`;
  return names === '' ? count : `${count} · ${fillText(texts.waitsFor, names)}`;
}

function commitmentRow(line: CommitmentLine, context: PanelContext): TemplateResult {
  const { texts } = context;
  const { owner, status, hasEvidence } = line;
  const begun = status === 'open' && !hasEvidence ? texts.noEvidence : texts[status];
  return html`<div class="what">${goalTitle(line, context)} ${about([owner ?? texts.nobody, begun])}</div>`;
}

function signatureRow(
  { name, state, proxy, isUnconfirmed, contradiction, confidence, note }: SignatureLine,
  { texts, formats }: PanelContext,
): TemplateResult {
  const sure = confidence === null ? undefined : fillText(texts.confidence, formats.number(confidence));
  return html`<div class="what">
    <span class="line">${contradiction === null ? nothing : errorIcon()} <bdi>${name}</bdi></span> ${about([
      texts[`party_${state}`],
      proxy === null ? undefined : fillText(texts.byProxy, proxy),
      isUnconfirmed ? texts.unconfirmed : undefined,
      contradiction === null ? undefined : fillText(texts.contradictedBy, contradiction.by, contradiction.commit),
      sure,
      note ?? undefined,
    ])}
  </div>`;
}

function saidRow({ text, by }: SaidLine): TemplateResult {
  return html`<div class="what"><bdi class="line">${text}</bdi> ${about([by ?? undefined])}</div>`;
}

function list<T>(
  pact: string,
  title: string,
  entries: readonly T[],
  row: (entry: T) => TemplateResult,
  context: PanelContext,
): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const { shown, button } = folded(`${pact} ${title}`, entries, LIMIT, context);
  return html`<div>
    <h3>${title}</h3>
    <ul class="records">
      ${shown.map((entry) => html`<li>${row(entry)}</li>`)}
    </ul>
    ${button}
  </div>`;
}
