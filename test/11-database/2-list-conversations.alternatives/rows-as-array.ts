import type { Pool, RowDataPacket } from 'mysql2/promise'

// Rows as arrays, made into objects by a generator.

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

const sql = `SELECT id, title, updated_at FROM conversations
  WHERE NOT is_archived ORDER BY 3 DESC, 1 DESC`

function* objects(rows: unknown[][]) {
  for (const [id, title, updated_at] of rows) yield { id, title, updated_at } as Conversation
}

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return [...objects(rows)]
}
