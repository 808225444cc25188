import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Creates the tables `conversations` and `messages` in the current database, as the task lists
 * them.
 * Calling it again changes nothing and is not an error.
 */
export async function createTables(connection: Connection): Promise<void> {
  // TODO: send one CREATE TABLE for each table; which of them has to be there first?
  throw new Error('TODO')
}

// npx tsx lessons/04-ddl/2-create-tables.ts
await practise(import.meta, async (connection) => {
  // A database for drafts, made again each time: your practice tables stay as they are.
  await connection.query('DROP DATABASE IF EXISTS ai_chat_db_draft')
  await connection.query('CREATE DATABASE ai_chat_db_draft')
  await connection.query('USE ai_chat_db_draft')
  await createTables(connection)
  for (const table of ['conversations', 'messages']) {
    const [columns] = await connection.query<RowDataPacket[]>('DESCRIBE ??', [table])
    console.log(table)
    console.table(columns)
  }
})
