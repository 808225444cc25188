import type { Connection } from 'mysql2/promise'

const add = async (connection: Connection, sql: string): Promise<void> => {
  await connection.query(sql).catch((error: Error) => {
    if (!error.message.startsWith('Duplicate key name')) throw error
  })
}

export async function addIndexes(connection: Connection): Promise<void> {
  await add(connection, 'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)')
  await add(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
}
