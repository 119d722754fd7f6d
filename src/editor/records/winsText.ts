import * as vscode from 'vscode';
import type { Snapshot } from '../../core/snapshot/snapshot';
import type { Win } from '../../core/together/wins';
import { winsOf } from '../../core/together/wins';
import { escapeMarkdown, oneLine } from '../../core/text/safeText';
import { momentWord, personWord } from '../texts/words';

const { t } = vscode.l10n;

/** Returns the wins of this week, latest first, as Markdown that shows people's texts as they are. */
export function winsText(snapshot: Snapshot): string {
  const wins = winsOf(snapshot);
  const lines = wins.map((win) => `- ${momentWord(win.at)} · ${winWords(win, snapshot)}`);
  return [`# ${t('Wins this week')}`, '', ...(lines.length === 0 ? [t('Nothing yet this week.')] : lines), ''].join(
    '\n',
  );
}

function winWords({ what, text, by, to }: Win, { people }: Snapshot): string {
  const shown = escapeMarkdown(oneLine(text, 200));
  const who = by === undefined ? undefined : name(by, people);
  const whom = to.length === 0 ? t('everybody') : to.map((id) => name(id, people)).join(', ');
  switch (what) {
    case 'goal':
      return withWho(t('Done: {0}', shown), who);
    case 'pact':
      return withWho(t('Pact kept: {0}', shown), who);
    case 'milestone':
      return t('Milestone: {0}', shown);
    case 'kudos':
      return withWho(t('Kudos to {0}: {1}', whom, shown), who);
    case 'reward':
      return withWho(t('Reward for {0}: {1}', whom, shown), who);
  }
}

function withWho(text: string, who: string | undefined): string {
  return who === undefined ? text : `${text} · ${who}`;
}

function name(id: string, people: ReadonlyMap<string, string>): string {
  return escapeMarkdown(oneLine(personWord(id, people), 100));
}
