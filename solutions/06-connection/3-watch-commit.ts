import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** What a row of the count looks like. */
interface Count extends RowDataPacket {
  n: number
}

/**
 * Adds a conversation over `writer`, in a transaction, and counts all conversations over `reader` twice: after the
 * INSERT but before the commit, then after the commit. Returns the two numbers.
 * Both connections are left as they were: no open transaction, no changed setting, even after an error.
 */
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  // #region TODO: begin and insert over writer, count over reader, commit, count again
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await countConversations(reader)
    await writer.commit()
    const after = await countConversations(reader)
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
  // #endregion
}

// #region solution
async function countConversations(connection: Connection): Promise<number> {
  const [rows] = await connection.query<Count[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
// #endregion

// npx tsx lessons/06-connection/3-watch-commit.ts
await practise(import.meta, async (writer) => {
  const { host, port, user, password, database } = writer.config
  const reader = await createConnection({ host, port, user, password, database })
  const [last] = await reader.query<RowDataPacket[]>('SELECT MAX(id) AS id FROM conversations')
  try {
    const [before, after] = await watchCommit(writer, reader)
    console.log(`The reader counted ${before} before the commit and ${after} after it.`)
  } finally {
    // Undone, so that the number does not grow with every run.
    await writer.query('DELETE FROM conversations WHERE id > ?', [last[0]?.id ?? 0])
    await reader.end()
  }
})
