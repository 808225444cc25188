// Wrong: changes the character set of the whole database for the sake of two tables.
import type { Connection } from 'mysql2/promise'

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

export async function resetSchema(connection: Connection): Promise<void> {
  await connection.query('DROP TABLE IF EXISTS messages, conversations')
  await connection.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci')
  for (const table of tables) await connection.query(table)
}
