// Wrong: asks with a SELECT whether a table is there; a temporary table of the session with that name hides that it is missing.
import type { Connection } from 'mysql2/promise'

const conversations = `
    CREATE TABLE IF NOT EXISTS conversations (
      id INT AUTO_INCREMENT PRIMARY KEY,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
    )`
const messages = `
    CREATE TABLE IF NOT EXISTS messages (
      id INT AUTO_INCREMENT PRIMARY KEY,
      conversation_id INT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      content TEXT NOT NULL,
      timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT messages_conversation FOREIGN KEY (conversation_id)
        REFERENCES conversations (id) ON DELETE CASCADE
    )`

async function exists(connection: Connection, table: string): Promise<boolean> {
  try {
    await connection.query('SELECT 1 FROM ?? LIMIT 0', [table])
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'ER_NO_SUCH_TABLE') return false
    throw error
  }
}

export async function createTables(connection: Connection): Promise<void> {
  if (!(await exists(connection, 'conversations'))) await connection.query(conversations)
  if (!(await exists(connection, 'messages'))) await connection.query(messages)
}
