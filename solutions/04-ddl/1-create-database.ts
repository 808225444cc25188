import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Creates the database `name` with the character set utf8mb4 and stays in the current one.
 * Calling it again changes nothing and is not an error.
 */
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  // #region TODO: finish the statement; a name cannot be a `?`, but escapeId(name, true) quotes it
  //= await connection.query(`CREATE DATABASE ____`)
  // `true`: a dot is part of the name; without it `a.b` would be quoted as `a`.`b`.
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
  // #endregion
}

// npx tsx lessons/04-ddl/1-create-database.ts
await practise(import.meta, async (connection) => {
  await createDatabase(connection, 'ai_chat_db_mine')
  const [rows] = await connection.query<RowDataPacket[]>('SHOW CREATE DATABASE ai_chat_db_mine')
  console.table(rows)
})
