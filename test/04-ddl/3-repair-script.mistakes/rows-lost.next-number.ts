import type { Connection } from 'mysql2/promise'

const script = [
  `CREATE TABLE prompts (
    id INT AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL UNIQUE,
    body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
      ON UPDATE CURRENT_TIMESTAMP
  )`,
  `CREATE TABLE ratings (
    id INT AUTO_INCREMENT PRIMARY KEY,
    prompt_id INT NOT NULL,
    verdict ENUM('good', 'bad') NOT NULL,
    comment VARCHAR(500) NOT NULL DEFAULT '',
    FOREIGN KEY (prompt_id) REFERENCES prompts (id) ON DELETE CASCADE
  )`,
  `INSERT INTO prompts (id, name, body) VALUES
    (0, 'Explain', 'Explain this to a ten-year-old:'),
    (2, 'Translate', 'Translate this into Russian:')`,
  `INSERT INTO ratings (prompt_id, verdict, comment) VALUES
    (1, 'good', ''),
    (1, 'bad', 'Too long'),
    (2, 'good', 'Saved my evening')`,
]

export async function runScript(connection: Connection): Promise<void> {
  for (const statement of script) await connection.query(statement)
}
