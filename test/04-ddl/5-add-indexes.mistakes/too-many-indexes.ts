import type { Connection } from 'mysql2/promise'

// An index for every column that may be asked for one day.
export async function addIndexes(connection: Connection): Promise<void> {
  await once(connection, 'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
  await once(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
  await once(connection, 'CREATE INDEX messages_by_sender ON messages (sender)')
  await once(connection, 'CREATE INDEX conversations_by_title ON conversations (title)')
}

async function once(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}
