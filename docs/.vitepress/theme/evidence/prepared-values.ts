import type { Statement } from '../../../../workbook/verdict.ts'

export interface PreparedValues {
  /** With its `?`. */
  sql: string
  /** As SQL writes them, in the order of the `?`. */
  values: string[]
}

/**
 * The log writes an `Execute` with the values in place of its `?`. Recovers both, if exactly one of the statements
 * that its connection had prepared can have produced this text.
 */
export function findValues(
  executed: Statement,
  prepared: readonly Statement[],
): PreparedValues | undefined {
  const templates = new Set(prepared.map(({ sql }) => sql))
  const [match, other] = [...templates].flatMap((sql) => {
    const values = valuesOf(executed.sql, sql)
    return values ? [{ sql, values }] : []
  })
  return other || match?.values.length === 0 ? undefined : match
}

// --- internal ---

/** A string in quotes, a comment, a name in backticks: a `?` in one of these stands for itself. */
const fixed =
  /'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*"|`[^`]*`|\/\*[^]*?\*\/|#[^\n]*|--[ \t][^\n]*/g
const value = /NULL|'(?:[^'\\]|\\[^]|'')*'|-?\d[\d.]*(?:e[+-]?\d+)?/iy

function valuesOf(sql: string, template: string): string[] | undefined {
  const [first, ...others] = splitAtPlaceholders(template)
  if (!sql.startsWith(first!)) return undefined
  let at = first!.length
  const values: string[] = []
  for (const part of others) {
    value.lastIndex = at
    const [found] = value.exec(sql) ?? []
    if (found === undefined || !sql.startsWith(part, at + found.length)) return undefined
    values.push(found)
    at += found.length + part.length
  }
  return at === sql.length ? values : undefined
}

function splitAtPlaceholders(template: string): string[] {
  const ends = [...template.matchAll(fixed)].map(({ index, 0: text }) => [
    index,
    index + text.length,
  ])
  const parts: string[] = []
  let from = 0
  for (const { index } of template.matchAll(/\?/g)) {
    if (ends.some(([start, end]) => start! <= index && index < end!)) continue
    parts.push(template.slice(from, index))
    from = index + 1
  }
  return [...parts, template.slice(from)]
}
