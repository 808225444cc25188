import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Adds the column `is_archived` to `conversations`: BOOLEAN, never NULL, by default
 * FALSE.
 * Calling it again changes nothing and is not an error. Every other error reaches the caller.
 */
export async function addArchivedFlag(connection: Connection): Promise<void> {
  // TODO: finish the statement; what does the server answer when the column is there already?
  await connection.query('ALTER TABLE conversations ADD COLUMN ____')
}

// npx tsx lessons/04-ddl/4-add-archived-flag.ts
await practise(import.meta, async (connection) => {
  // A copy of your conversations, still without the flag.
  await connection.query('DROP DATABASE IF EXISTS ai_chat_db_draft')
  await connection.query('CREATE DATABASE ai_chat_db_draft')
  await connection.query(
    `CREATE TABLE ai_chat_db_draft.conversations
     SELECT id, title, created_at, updated_at FROM conversations`,
  )
  await connection.query('USE ai_chat_db_draft')
  await addArchivedFlag(connection)
  await addArchivedFlag(connection)
  const [rows] = await connection.query<RowDataPacket[]>('SELECT * FROM conversations')
  console.table(rows)
})
