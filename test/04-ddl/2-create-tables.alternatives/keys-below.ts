import type { Connection } from 'mysql2/promise'

// Every key at the level of the table, with its own names; ids of eight bytes; the enumeration the other way round.
export async function createTables(connection: Connection): Promise<void> {
  await connection.query(`
    CREATE TABLE IF NOT EXISTS conversations (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
      title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
      PRIMARY KEY (id)
    )`)
  await connection.query(`
    CREATE TABLE IF NOT EXISTS messages (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
      conversation_id BIGINT UNSIGNED NOT NULL,
      sender ENUM('ai', 'user') NOT NULL DEFAULT 'user',
      content TEXT NOT NULL,
      \`timestamp\` TIMESTAMP NOT NULL DEFAULT NOW(),
      CONSTRAINT belongs_to FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE ON UPDATE CASCADE,
      PRIMARY KEY (id),
      INDEX by_time (conversation_id, timestamp)
    )`)
}
