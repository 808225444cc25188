import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

/**
 * Finds the messages that contain `text`, ordered by id. Every character of `text` stands for itself:
 * `100%` finds `100%`, and not `100 roubles`. The text travels separately from the SQL.
 */
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  // #region TODO: LIKE with a placeholder; `%`, `_` and `\` in the text must be escaped first
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
  // #endregion
}

// npx tsx lessons/08-parameters/4-search-literal.ts
await practise(import.meta, async (connection) => {
  console.table(await searchLiteral(connection, '100%'))
  console.table(await searchLiteral(connection, "O'Malley"))
  console.table(await searchLiteral(connection, '_'))
})
