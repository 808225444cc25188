/** Moves every line of a text to the right, two columns per step. */
export function indent(text: string, depth: number): string {
  return text.replaceAll(/^/gm, '  '.repeat(depth))
}
