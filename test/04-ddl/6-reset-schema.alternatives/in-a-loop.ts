import type { Connection } from 'mysql2/promise'

const columns = {
  conversations: `title VARCHAR(255) NOT NULL DEFAULT 'New conversation',
    is_archived BOOLEAN NOT NULL DEFAULT FALSE,
    created_at TIMESTAMP NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMP NOT NULL DEFAULT NOW() ON UPDATE NOW(),
    KEY of_the_sidebar (is_archived, updated_at)`,
  messages: `conversation_id INT NOT NULL,
    sender ENUM('user', 'ai') NOT NULL,
    content TEXT NOT NULL,
    timestamp TIMESTAMP NOT NULL DEFAULT NOW(),
    KEY of_the_history (conversation_id, timestamp),
    FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE`,
}

// The same tables in other words, with keys of other names.
export async function resetSchema(connection: Connection): Promise<void> {
  const tables = Object.entries(columns)
  for (const [name] of tables.toReversed())
    await connection.query('DROP TABLE IF EXISTS ??', [name])
  for (const [name, list] of tables)
    await connection.query(
      `CREATE TABLE ${name} (id INT NOT NULL AUTO_INCREMENT, ${list}, PRIMARY KEY (id))`,
    )
}
