import type { Connection, RowDataPacket } from 'mysql2/promise'

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

// Whatever the case of its letters.
export async function resetSchema(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql: 'SHOW TABLES',
    rowsAsArray: true,
  })
  const names = rows
    .map(([name]) => String(name))
    .filter((name) => /^(messages|conversations)$/i.test(name))
  for (const name of names.toSorted((a, b) => b.toLowerCase().localeCompare(a.toLowerCase())))
    await connection.query(`DROP TABLE ${name}`)
  for (const sql of tables) await connection.query(sql)
}
