import type { Connection } from 'mysql2/promise'

// Sets the engine to what is usual, not to what it was.
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
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
  )`

export async function createTables(connection: Connection): Promise<void> {
  // only InnoDB keeps foreign keys
  await connection.query('SET SESSION default_storage_engine = InnoDB')
  try {
    await connection.query(conversations)
    await connection.query(messages)
  } finally {
    await connection.query('SET SESSION default_storage_engine = DEFAULT')
  }
}
