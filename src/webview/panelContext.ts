import type { PanelMessage } from '../protocol/panelMessages';
import type { PanelTexts } from '../protocol/panelTexts';
import type { Formats } from './formats';

/** What every part of the page needs to draw itself and to act. */
export interface PanelContext {
  readonly texts: PanelTexts;
  readonly formats: Formats;
  /** False while the shared file cannot be written. */
  readonly canTick: boolean;
  /** Whether only goals of this branch are shown. */
  readonly thisBranch: boolean;
  showThisBranch(isOnly: boolean): void;
  isExpanded(list: string): boolean;
  toggle(list: string): void;
  readonly send: (message: PanelMessage) => void;
}
