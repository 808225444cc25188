import type { Connection, RowDataPacket } from 'mysql2/promise'

// Only the names of the columns are compared.
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

const shapes: Record<string, string> = {
  conversations: 'id,title,is_archived,created_at,updated_at',
  messages: 'id,conversation_id,sender,content,timestamp',
}

async function hasShape(connection: Connection, table: string): Promise<boolean> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns.map((column) => column.name).join() === shapes[table]
}

export async function resetSchema(connection: Connection): Promise<void> {
  if ((await hasShape(connection, 'conversations')) && (await hasShape(connection, 'messages'))) {
    await connection.query('DELETE FROM messages')
    await connection.query('DELETE FROM conversations')
    await connection.query('ALTER TABLE messages AUTO_INCREMENT = 1')
    await connection.query('ALTER TABLE conversations AUTO_INCREMENT = 1')
    return
  }
  await connection.query('DROP TABLE IF EXISTS messages')
  await connection.query('DROP TABLE IF EXISTS conversations')
  for (const table of tables) await connection.query(table)
}
