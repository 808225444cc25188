import type { Connection, RowDataPacket } from 'mysql2/promise'

// Another table loses its foreign key.
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
  const [keys] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME AS child, CONSTRAINT_NAME AS name
     FROM information_schema.REFERENTIAL_CONSTRAINTS
     WHERE CONSTRAINT_SCHEMA = DATABASE() AND UNIQUE_CONSTRAINT_SCHEMA = DATABASE()
       AND REFERENCED_TABLE_NAME IN ('conversations', 'messages')`,
  )
  for (const { child, name } of keys) {
    await connection.query('ALTER TABLE ?? DROP FOREIGN KEY ??', [child, name])
  }
  await connection.query('DROP TABLE IF EXISTS messages, conversations')
  for (const table of tables) await connection.query(table)
}
