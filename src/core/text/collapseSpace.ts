/** A one-line text as it is stored: NFC, each run of white space (line ends too) one blank, none at the ends. */
export function collapseSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
