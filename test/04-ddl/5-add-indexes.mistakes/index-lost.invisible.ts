import type { Connection, RowDataPacket } from 'mysql2/promise'

const indexes = [
  'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
]

// Other indexes are in the way, and are hidden.
export async function addIndexes(connection: Connection): Promise<void> {
  for (const sql of indexes) {
    await connection.query(sql).catch((error: { errno?: number }) => {
      if (error.errno !== 1061) throw error
    })
  }
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT DISTINCT INDEX_NAME AS name FROM information_schema.STATISTICS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'conversations'
       AND INDEX_NAME NOT IN ('PRIMARY', 'conversations_by_update')`,
  )
  for (const { name } of rows)
    await connection.query(`ALTER TABLE conversations ALTER INDEX ${name} INVISIBLE`)
}
