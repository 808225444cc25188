import { readLexemes } from '../../workbook/content/sql-statements.ts'
import type { Server } from './server.ts'

/** The literals in the SQL that `ask` sends, as they are written there: what it tells apart, or puts between two texts. */
export async function literalsOf(
  { observe }: Server,
  ask: () => Promise<unknown>,
): Promise<string[]> {
  const { statements } = await observe(ask)
  const lexemes = statements.flatMap(({ sql }) => [...readLexemes(sql)]).map(({ text }) => text)
  return [...new Set(lexemes)].filter((text) =>
    /^(?:'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*"|0x[\da-f]+)$/i.test(text),
  )
}
