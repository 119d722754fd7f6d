/** The contents of the fenced blocks of one language in a Markdown text, in their order. */
export function codeBlocks(markdown: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...markdown.matchAll(fence)].map(([, code = '']) => code);
}
