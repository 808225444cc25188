import type { Connection, RowDataPacket } from 'mysql2/promise'

// Keeps tables that are empty, as if they were new.
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

async function isEmpty(connection: Connection, table: string): Promise<boolean> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(`SELECT 1 FROM ${table} LIMIT 1`)
    return rows.length === 0
  } catch (error) {
    // ER_NO_SUCH_TABLE
    if ((error as { errno?: number }).errno === 1146) return false
    throw error
  }
}

export async function resetSchema(connection: Connection): Promise<void> {
  // as on the first day already?
  if ((await isEmpty(connection, 'messages')) && (await isEmpty(connection, 'conversations'))) {
    return
  }
  await connection.query('DROP TABLE IF EXISTS messages')
  await connection.query('DROP TABLE IF EXISTS conversations')
  for (const table of tables) await connection.query(table)
}
