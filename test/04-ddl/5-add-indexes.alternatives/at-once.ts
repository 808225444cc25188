import type { Connection } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  await Promise.all([
    once(
      connection,
      'CREATE INDEX history ON messages (conversation_id ASC, timestamp ASC) USING BTREE',
    ),
    once(connection, 'CREATE INDEX history ON conversations (is_archived, updated_at) VISIBLE'),
  ])
}

async function once(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}
