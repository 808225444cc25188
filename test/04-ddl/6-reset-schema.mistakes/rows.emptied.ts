import type { Connection } from 'mysql2/promise'

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

// Where another table refers to it, it is emptied, and what refers to a row goes too.
export async function resetSchema(connection: Connection): Promise<void> {
  await connection.query('DROP TABLE IF EXISTS messages')
  try {
    await connection.query('DROP TABLE IF EXISTS conversations')
  } catch (error) {
    if ((error as { errno?: number }).errno !== 3730) throw error
    await connection.query('DELETE FROM conversations')
    await connection.query('ALTER TABLE conversations AUTO_INCREMENT = 1')
    await connection.query(tables[1]!)
    return
  }
  for (const statement of tables) await connection.query(statement)
}
