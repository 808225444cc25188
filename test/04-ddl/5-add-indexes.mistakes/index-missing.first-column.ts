import type { Connection, RowDataPacket } from 'mysql2/promise'

async function add(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_KEYNAME') throw error
  }
}
// Any index that begins with the column will do.
export async function addIndexes(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    "SHOW INDEX FROM conversations WHERE Column_name = 'is_archived' AND Seq_in_index = 1",
  )
  await add(connection, 'CREATE INDEX in_order ON messages (conversation_id, timestamp)')
  if (rows.length === 0)
    await add(connection, 'CREATE INDEX by_update ON conversations (is_archived, updated_at)')
}
