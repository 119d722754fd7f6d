import { chromium, type Browser } from 'playwright-core';
import { findProgram } from '../run/findProgram';

export const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'] as const;

const FLAGS = [
  // Chromium has no sandbox for root, as whom containers run.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the system's Chromium without a window. It ends with this process. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findProgram(...CHROMIUM_NAMES);
  if (executablePath === undefined) throw new Error('Chromium is missing: install the package chromium.');
  return chromium.launch({ executablePath, args: FLAGS });
}
