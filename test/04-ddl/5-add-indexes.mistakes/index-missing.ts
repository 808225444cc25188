import type { Connection } from 'mysql2/promise'

// The sidebar is forgotten.
export async function addIndexes(connection: Connection): Promise<void> {
  await once(connection, 'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
}

async function once(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}
