// Wrong: takes a table whose name differs in case for the one that it creates; on Linux those are two tables.
import type { Connection, RowDataPacket } from 'mysql2/promise'

const definitions = {
  conversations: `
    CREATE TABLE IF NOT EXISTS conversations (
      id INT AUTO_INCREMENT PRIMARY KEY,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
    )`,
  messages: `
    CREATE TABLE IF NOT EXISTS messages (
      id INT AUTO_INCREMENT PRIMARY KEY,
      conversation_id INT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      content TEXT NOT NULL,
      timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT messages_conversation FOREIGN KEY (conversation_id)
        REFERENCES conversations (id) ON DELETE CASCADE
    )`,
}

export async function createTables(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const present = new Set(rows.map((row) => String(Object.values(row)[0]).toLowerCase()))
  for (const [name, definition] of Object.entries(definitions)) {
    if (!present.has(name)) await connection.query(definition)
  }
}
