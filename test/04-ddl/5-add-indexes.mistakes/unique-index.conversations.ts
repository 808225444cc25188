import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  await once(connection, 'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
  await once(
    connection,
    'CREATE UNIQUE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

async function once(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}
