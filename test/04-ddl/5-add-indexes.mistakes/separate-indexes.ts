import type { Connection } from 'mysql2/promise'

// One for WHERE, one for ORDER BY: MySQL takes one of them.
export async function addIndexes(connection: Connection): Promise<void> {
  await once(connection, 'CREATE INDEX messages_by_conversation ON messages (conversation_id)')
  await once(connection, 'CREATE INDEX messages_by_time ON messages (timestamp)')
  await once(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

async function once(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}
