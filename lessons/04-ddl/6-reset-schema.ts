import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** The two tables as this lesson leaves them, the one that is referred to first. */
const tables = [
  `CREATE TABLE conversations (
    id INT AUTO_INCREMENT PRIMARY KEY,
    title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
    is_archived BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    INDEX conversations_by_update (is_archived, updated_at)
  )`,
  `CREATE TABLE messages (
    id INT AUTO_INCREMENT PRIMARY KEY,
    conversation_id INT NOT NULL,
    sender ENUM('user', 'ai') NOT NULL,
    content TEXT NOT NULL,
    timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    INDEX messages_in_order (conversation_id, timestamp),
    CONSTRAINT messages_conversation FOREIGN KEY (conversation_id)
      REFERENCES conversations (id) ON DELETE CASCADE
  )`,
]

/**
 * Brings the two tables back to their first day, whatever state they are in, present or missing:
 * as `tables` describes them, without rows, with ids from 1. Nothing else in the database is touched.
 */
export async function resetSchema(connection: Connection): Promise<void> {
  // TODO: drop what is there, then create both tables; in which order?
  throw new Error('TODO')
}

// npx tsx lessons/04-ddl/6-reset-schema.ts
await practise(import.meta, async (connection) => {
  // Your practice tables keep their rows: this happens in a scratch database.
  await connection.query('DROP DATABASE IF EXISTS ai_chat_db_draft')
  await connection.query('CREATE DATABASE ai_chat_db_draft')
  await connection.query('USE ai_chat_db_draft')
  await resetSchema(connection)
  await connection.query("INSERT INTO conversations (title) VALUES ('Soon gone')")
  await resetSchema(connection)
  const [status] = await connection.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM conversations) AS conversations,
            (SELECT COUNT(*) FROM messages) AS messages`,
  )
  console.table(status)
})
