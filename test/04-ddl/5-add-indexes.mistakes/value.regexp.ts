import type { Connection, RowDataPacket } from 'mysql2/promise'

const indexes = [
  ['messages', 'history', 'conversation_id, timestamp, id, sender'],
  ['conversations', 'sidebar', 'is_archived DESC, updated_at DESC, id DESC'],
] as const

export async function addIndexes(connection: Connection): Promise<void> {
  for (const [table, name, columns] of indexes) {
    const [there] = await connection.query<RowDataPacket[]>(
      'SHOW INDEX FROM ?? WHERE Key_name REGEXP ?',
      [table, name],
    )
    if (there.length > 0) continue
    await connection.query(`ALTER TABLE ?? ADD INDEX ?? (${columns})`, [table, name])
  }
}
