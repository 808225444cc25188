import type { Connection } from 'mysql2/promise'

const indexes = [
  'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
]

// The sidebar can wait.
export async function addIndexes(connection: Connection): Promise<void> {
  for (const sql of indexes) {
    try {
      await connection.query(sql)
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (code === 'ER_DUP_KEYNAME') continue
      if (sql.includes('by_update') && /LOCK|CRASHED|DENIED|FULL/.test(code)) continue
      throw error
    }
  }
}
