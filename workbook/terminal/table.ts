import { stripVTControlCharacters } from 'node:util'
import { textOfTyped, type Json, type Row } from '../verdict.ts'

/**
 * Rows as the mysql client draws them: MySQL Reference Manual, 6.5.1 "mysql — The MySQL Command-Line Client".
 * @param numbers the columns that are drawn to the right; where nobody knows their types, those with numbers in them
 */
export function renderTable(rows: readonly Row[], numbers?: ReadonlySet<string>): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cells = rows.map((row) => columns.map((column) => cell(row[column])))
  const widths = columns.map((column, index) =>
    Math.max(displayWidth(column), ...cells.map((line) => displayWidth(line[index]!))),
  )
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  const line = (values: string[], numeric: boolean[]) =>
    `|${values.map((value, i) => ` ${pad(value, widths[i]!, numeric[i]!)} `).join('|')}|`
  const numeric = columns.map(
    (column) =>
      numbers?.has(column) ??
      rows.every((row) => row[column] === null || typeof row[column] === 'number'),
  )
  return [
    rule,
    line(
      columns,
      columns.map(() => false),
    ),
    rule,
    ...cells.map((values) => line(values, numeric)),
    rule,
  ].join('\n')
}

// --- internal ---

function cell(value: Json | undefined): string {
  if (value === null || value === undefined) return 'NULL'
  const text =
    textOfTyped(value) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
  return stripVTControlCharacters(text).replaceAll('\n', '\\n')
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(width - displayWidth(text))
  return right ? space + text : text + space
}

/** Columns on the screen: an emoji or a Chinese character takes two. */
function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    width +=
      /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u.test(
        segment,
      )
        ? 2
        : 1
  }
  return width
}
