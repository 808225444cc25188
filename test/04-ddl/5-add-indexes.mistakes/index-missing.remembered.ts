import type { Connection, RowDataPacket } from 'mysql2/promise'

// Remembers what it has done, whatever has become of it.
export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

async function unlessThere(connection: Connection, statement: string): Promise<void> {
  try {
    await connection.query(statement)
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}

const done = new Set<string>()

export async function addIndexes(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
  const database = String(rows[0]?.name)
  if (done.has(database)) return
  await unlessThere(
    connection,
    'CREATE INDEX messages_in_order ON messages (conversation_id, timestamp)',
  )
  await unlessThere(
    connection,
    'CREATE INDEX conversations_by_update ON conversations (is_archived, updated_at)',
  )
  done.add(database)
}
