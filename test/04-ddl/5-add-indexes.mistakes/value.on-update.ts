import type { Connection } from 'mysql2/promise'

async function add(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_KEYNAME') throw error
  }
}
export async function addIndexes(connection: Connection): Promise<void> {
  await add(connection, 'CREATE INDEX in_order ON messages (conversation_id, timestamp)')
  await add(
    connection,
    'ALTER TABLE conversations MODIFY updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD INDEX by_update (is_archived, updated_at)',
  )
}
