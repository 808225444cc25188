import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** The tables for saved prompts and their ratings, and the first rows in them. */
const script = [
  // TODO: there are three typos; run the file, read the error, fix the line, run it again
  `CREATE TABLE prompts (
    id INT AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL UNIQUE,
    body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
      ON UPDATE CURRENT_TIMESTAMP
  )`,
  `CREATE TABLE ratings (
    id INT AUTO_INCREMENT PRIMARY KEY,
    prompt_id BIGINT NOT NULL,
    verdict ENUM('good, bad') NOT NULL,
    comment VARCHAR(500) NOT NULL DEFAULT '',
    FOREIGN KEY (prompt_id) REFERENCES prompts (id) ON DELETE CASCADE
  )`,
  `INSERT INTO prompts (id, name, body) VALUES
    (1, 'Explain', 'Explain this to a ten-year-old:'),
    (2, 'Translate', 'Translate this into Russian:')`,
  `INSERT INTO ratings (prompt_id, verdict, comment) VALUES
    (1, 'good', ''),
    (1, 'bad', 'Too long'),
    (2, 'good', 'Saved my evening')`,
]

/** Runs the script in the current database, one statement after the other. */
export async function runScript(connection: Connection): Promise<void> {
  for (const statement of script) await connection.query(statement)
}

// npx tsx lessons/04-ddl/3-repair-script.ts
await practise(import.meta, async (connection) => {
  await connection.query('DROP DATABASE IF EXISTS ai_chat_db_draft')
  await connection.query('CREATE DATABASE ai_chat_db_draft')
  await connection.query('USE ai_chat_db_draft')
  await runScript(connection)
  const [ratings] = await connection.query<RowDataPacket[]>('SELECT * FROM ratings')
  console.table(ratings)
})
