import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Creates the tables `conversations` and `messages` in the current database, as the task lists
 * them.
 * Calling it again changes nothing and is not an error.
 */
export async function createTables(connection: Connection): Promise<void> {
  // #region TODO: add the other columns, then the second table; which of the two has to be there first?
  //= await connection.query(`
  //=   CREATE TABLE IF NOT EXISTS conversations (
  //=     id INT AUTO_INCREMENT PRIMARY KEY,
  //=     ____
  //=   )`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS conversations (
      id INT AUTO_INCREMENT PRIMARY KEY,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
    )`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS messages (
      id INT AUTO_INCREMENT PRIMARY KEY,
      conversation_id INT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      content TEXT NOT NULL,
      timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT messages_conversation FOREIGN KEY (conversation_id)
        REFERENCES conversations (id) ON DELETE CASCADE
    )`)
  // #endregion
}

// npx tsx lessons/04-ddl/2-create-tables.ts
await practise(import.meta, async (connection) => {
  // A scratch database, created afresh each time: your practice tables stay as they are.
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
