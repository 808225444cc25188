import type { Connection, RowDataPacket } from 'mysql2/promise'

// A table without rows may be made afresh: but somebody may have altered it.
export async function createTables(connection: Connection): Promise<void> {
  const count = async (table: string) => {
    const [[row]] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`)
    return Number(row!.n)
  }
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const names = tables.map((row) => Object.values(row)[0])
  if (
    names.includes('messages') &&
    names.includes('conversations') &&
    (await count('messages')) === 0 &&
    (await count('conversations')) === 0
  )
    await connection.query('DROP TABLE messages, conversations')
  await connection.query(`
    CREATE TABLE IF NOT EXISTS conversations (
      id INT AUTO_INCREMENT PRIMARY KEY,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
    )`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS messages (
      id INT AUTO_INCREMENT PRIMARY KEY,
      conversation_id INT NOT NULL,
      sender ENUM('user', 'ai') NOT NULL,
      content TEXT NOT NULL,
      timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT messages_conversation FOREIGN KEY (conversation_id)
        REFERENCES conversations (id) ON DELETE CASCADE
    )`)
}
