import type { Connection } from 'mysql2/promise'

export const historyQuery = `
  SELECT id, sender, content, timestamp FROM messages
  WHERE conversation_id = ? ORDER BY timestamp, id`

export const sidebarQuery = `
  SELECT id, title, updated_at FROM conversations
  WHERE is_archived = ? ORDER BY updated_at DESC, id DESC LIMIT 20`

// Names the database of the options, whichever is the current one.
export async function addIndexes(connection: Connection): Promise<void> {
  const { database } = connection.config
  for (const [table, columns] of [
    ['messages', 'conversation_id, timestamp'],
    ['conversations', 'is_archived, updated_at'],
  ]) {
    await connection
      .query(`CREATE INDEX in_order ON ??.?? (${columns})`, [database, table])
      .catch((error: { errno?: number }) => {
        if (error.errno !== 1061) throw error
      })
  }
}
