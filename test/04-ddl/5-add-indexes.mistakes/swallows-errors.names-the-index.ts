import type { Connection } from 'mysql2/promise'

const add = async (connection: Connection, name: string, on: string): Promise<void> => {
  await connection.query(`CREATE INDEX ${name} ON ${on}`).catch((error: Error) => {
    if (!error.message.includes(name)) throw error
  })
}

export async function addIndexes(connection: Connection): Promise<void> {
  await add(connection, 'messages_in_order', 'messages (conversation_id, timestamp)')
  await add(connection, 'conversations_by_update', 'conversations (is_archived, updated_at)')
}
