/**
 * README.md as the extension's page shows it: that page has no files beside it and loads no picture but from a public address, so pictures
 * and links to files of the repository would only look broken there.
 */
export function packagedReadme(text: string): string {
  return text.replace(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n\n?/gm, '').replace(/\[([^\]]+)\]\((?!https:|#)[^)]*\)/g, '$1');
}
