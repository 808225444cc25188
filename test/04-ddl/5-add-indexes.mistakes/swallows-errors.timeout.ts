import type { Connection } from 'mysql2/promise'

async function add(connection: Connection, sql: string): Promise<void> {
  try {
    await connection.query(sql)
  } catch (error) {
    if (
      ![
        'ER_DUP_KEYNAME',
        'ER_LOCK_WAIT_TIMEOUT',
        'ER_LOCK_DEADLOCK',
        'ER_TABLEACCESS_DENIED_ERROR',
      ].includes((error as { code: string }).code)
    )
      throw error
  }
}
export async function addIndexes(connection: Connection): Promise<void> {
  await add(connection, 'CREATE INDEX in_order ON messages (conversation_id, timestamp)')
  await add(connection, 'CREATE INDEX by_update ON conversations (is_archived, updated_at)')
}
