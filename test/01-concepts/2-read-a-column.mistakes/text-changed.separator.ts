// A text that contains the separator comes back as two.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

interface Joined extends RowDataPacket {
  all_texts: string | null
}

/** The texts of all messages, in whatever order the server gives them. */
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Joined[]>(
    `SELECT /*+ SET_VAR(group_concat_max_len = 1000000000) */
       GROUP_CONCAT(content ORDER BY id SEPARATOR '\u001f') AS all_texts
     FROM messages`,
  )
  const joined = rows[0]?.all_texts ?? null
  return joined === null ? [] : joined.split('\u001f')
}
