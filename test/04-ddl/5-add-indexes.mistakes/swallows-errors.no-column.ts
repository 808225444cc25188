import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  await once(connection, 'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
  await once(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}

async function once(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    // A table that is not there needs no index either.
    if (![1061, 1146].includes((error as { errno?: number }).errno ?? 0)) throw error
  }
}
