import type { BurnUpMessage, FilledForm, PanelMessage } from '../protocol/panelMessages';
import type { StateMessage } from '../protocol/stateMessage';
import type { Formats } from './formats';
import type { OpenForm } from './openForm';

/** Everything that a part of the page needs to draw itself and to act: the whole state message, and what the page adds. */
export interface PanelContext extends StateMessage {
  readonly formats: Formats;
  /** True while the shared file can be written. */
  readonly canTick: boolean;
  /** True while only goals of this branch are shown. */
  readonly thisBranch: boolean;
  showThisBranch(isOnly: boolean): void;
  /** Key of the view that is shown; undefined for the first one. */
  readonly tab: string | undefined;
  readonly showTab: (key: string) => void;
  /** Form that is open; there is at most one. */
  readonly form: OpenForm | undefined;
  readonly openForm: (form: FilledForm) => void;
  /** Puts a typed or chosen text into a field of the open form. */
  readonly fillField: (field: string, value: string) => void;
  readonly sendForm: () => void;
  readonly closeForm: () => void;
  /** Returns the burn-up of a goal; undefined until the host has answered, null if the host cannot tell. */
  readonly burnUp: (id: string) => BurnUpMessage['points'] | undefined;
  readonly askBurnUp: (id: string) => void;
  isExpanded(list: string): boolean;
  readonly toggle: (list: string) => void;
  readonly send: (message: PanelMessage) => void;
}
