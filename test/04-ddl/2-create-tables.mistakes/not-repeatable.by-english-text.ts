import type { Connection } from 'mysql2/promise'

const tables = [
  [
    'conversations',
    `id INT AUTO_INCREMENT PRIMARY KEY,
    title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP`,
  ],
  [
    'messages',
    `id INT AUTO_INCREMENT PRIMARY KEY,
    conversation_id INT NOT NULL,
    sender ENUM('user', 'ai') NOT NULL,
    content TEXT NOT NULL,
    timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE`,
  ],
] as const

export async function createTables(connection: Connection): Promise<void> {
  for (const [name, columns] of tables) {
    try {
      await connection.execute(`CREATE TABLE ${name} (${columns})`)
    } catch (error) {
      if (!(error as Error).message.startsWith(`Table '${name}'`)) throw error
    }
  }
}
