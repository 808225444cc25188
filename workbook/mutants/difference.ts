import { diffLines } from 'diff'

/**
 * The lines that differ, `- ` before those that are removed and `+ ` before those that are added, without their common indent.
 * @param context how many lines before the first difference are shown too
 */
export function differenceOf(before: string, after: string, context: number): string {
  const lines: string[] = []
  for (const { value, added, removed } of diffLines(before, after)) {
    const sign = added ? '+' : removed ? '-' : ' '
    for (const line of value.replace(/\n$/, '').split('\n')) lines.push(`${sign} ${line}`)
  }
  const changed = lines.flatMap((line, index) => (line.startsWith(' ') ? [] : [index]))
  const shown = lines.slice(Math.max(0, changed[0]! - context), changed.at(-1)! + 1)
  const indent = Math.min(
    ...shown
      .filter((line) => line.trim().length > 1)
      .map((line) => /^. (\s*)/.exec(line)![1]!.length),
  )
  return shown.map((line) => (line.slice(0, 2) + line.slice(2 + indent)).trimEnd()).join('\n')
}
