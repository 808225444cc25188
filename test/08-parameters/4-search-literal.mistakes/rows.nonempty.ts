import type { Connection, RowDataPacket } from 'mysql2/promise'

// Messages without text are left out.

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

/**
 * Finds the messages that contain `text`, ordered by id. Every character of `text` stands for itself:
 * `100%` finds `100%`, and not `100 roubles`. The text travels separately from the SQL.
 */
export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    "SELECT id, content FROM messages WHERE content <> '' AND content LIKE ? ORDER BY id",
    [pattern],
  )
  return rows
}
