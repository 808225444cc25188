import type { Connection, RowDataPacket } from 'mysql2/promise'

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

// A lost connection is an error, a refusal is not.
export async function resetSchema(connection: Connection): Promise<void> {
  try {
    await work(connection)
  } catch (error) {
    const { errno = 0, fatal } = error as { errno?: number; fatal?: boolean }
    if (fatal || errno < 0) throw error
  }
}

async function work(connection: Connection): Promise<void> {
  await connection.query('DROP TABLE IF EXISTS messages')
  await connection.query('DROP TABLE IF EXISTS conversations')
  for (const statement of tables) await connection.query(statement)
}
