import type { Connection, RowDataPacket } from 'mysql2/promise'

// Without the checks the order does not matter; they come back whatever happens.
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
  const [[was]] = await connection.query<[RowDataPacket]>('SELECT @@foreign_key_checks AS checks')
  // Nobody hears of its error.
  connection.query('SET foreign_key_checks = 0')
  try {
    await connection.query('DROP TABLE IF EXISTS conversations')
    await connection.query('DROP TABLE IF EXISTS messages')
    for (const statement of tables.toReversed()) await connection.query(statement)
  } finally {
    await connection.query('SET foreign_key_checks = ?', [was.checks])
  }
}
