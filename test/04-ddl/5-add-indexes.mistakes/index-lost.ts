import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function addIndexes(connection: Connection): Promise<void> {
  const [indexes] = await connection.query<RowDataPacket[]>(
    'SHOW INDEX FROM conversations WHERE Seq_in_index = 1',
  )
  for (const { Key_name: name } of indexes)
    if (name !== 'PRIMARY' && name !== 'conversations_by_update')
      await connection.query('DROP INDEX ?? ON conversations', [name])
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
    if ((error as { errno?: number }).errno !== 1061) throw error
  }
}
