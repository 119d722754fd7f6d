import type { BurnUpMessage, FilledForm, PanelMessage } from '../protocol/panelMessages';
import type { StateMessage } from '../protocol/stateMessage';
import type { Formats } from './formats';
import type { OpenForm } from './openForm';

/** What every part of the page needs to draw itself and to act: the message with the state whole, and what the page adds. */
export interface PanelContext extends StateMessage {
  readonly formats: Formats;
  /** False while the shared file cannot be written. */
  readonly canTick: boolean;
  /** Whether only goals of this branch are shown. */
  readonly thisBranch: boolean;
  showThisBranch(isOnly: boolean): void;
  /** Key of the view that is shown; undefined for the first one. */
  readonly tab: string | undefined;
  readonly showTab: (key: string) => void;
  /** The form that is open; at most one is. */
  readonly form: OpenForm | undefined;
  readonly openForm: (form: FilledForm) => void;
  /** Puts what was typed or chosen into a field of the form that is open. */
  readonly fillField: (field: string, value: string) => void;
  readonly sendForm: () => void;
  readonly closeForm: () => void;
  /** How a goal came along; undefined until the host has answered, null where it cannot tell. */
  readonly burnUp: (id: string) => BurnUpMessage['points'] | undefined;
  readonly askBurnUp: (id: string) => void;
  isExpanded(list: string): boolean;
  readonly toggle: (list: string) => void;
  readonly send: (message: PanelMessage) => void;
}
