import type { Connection } from 'mysql2/promise'
import { readFile } from 'node:fs/promises'

// The tables as sql/schema.sql makes them: without their indexes.
export async function resetSchema(connection: Connection): Promise<void> {
  const script = await readFile('sql/schema.sql', 'utf8')
  const statements = script.split(/;\s*$/m).filter((statement) => /\S/.test(statement))
  await connection.query('DROP TABLE IF EXISTS messages')
  await connection.query('DROP TABLE IF EXISTS conversations')
  for (const statement of statements) await connection.query(statement)
}
