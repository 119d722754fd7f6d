/** The files and folders a Markdown text names in `code`: what has a slash or one of our endings, but no blank or other sign. */
export function namedPaths(markdown: string): string[] {
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return spans.filter((span) => /^[\w./-]+$/.test(span) && /\/|^\w[\w.-]*\.(ts|mjs|js|json|md|sh)$/.test(span));
}
