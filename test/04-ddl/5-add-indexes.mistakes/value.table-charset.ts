import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  for (const sql of [
    'ALTER TABLE messages ADD INDEX h_order (conversation_id, timestamp)',
    'ALTER TABLE conversations ADD INDEX h_update (is_archived, updated_at), DEFAULT CHARACTER SET latin1',
  ]) {
    try {
      await connection.query(sql)
    } catch (error) {
      if (![1061].includes(Number((error as { errno?: number } | null)?.errno))) throw error
    }
  }
}
