/** Markdown as a terminal shows it: without the marks of links and code. */
export function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('`', '')
    .replaceAll('**', '')
}

/** Moves every line of a text to the right: two columns a step. */
export function indent(text: string, depth: number): string {
  return text.replaceAll(/^/gm, '  '.repeat(depth))
}
