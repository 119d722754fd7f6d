import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { PersonWork } from '../core/reports/teamReport';
import { folded } from './folded';
import { goalList } from './goalList';
import { ownerName } from './goalParts';
import type { PanelContext } from './panelContext';

const PEOPLE = 25;
const GOALS_EACH = 5;

/** Renders each person with the open goals they own. */
export function peopleList(people: readonly PersonWork[], context: PanelContext): TemplateResult {
  const { shown, button } = folded('people', people, PEOPLE, context);
  return html`<div class="people">
      ${shown.map(
        ({ person, goals }, index) =>
          html`<section class="person">
            <h3>${ownerName(person, context)}</h3>
            ${goalList(goals, { key: `person-${index}`, limit: GOALS_EACH, showsOwner: false }, context)}
          </section>`,
      )}
    </div>
    ${button}`;
}
