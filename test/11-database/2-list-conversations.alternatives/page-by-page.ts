import type { Pool, RowDataPacket } from 'mysql2/promise'

// A thousand at a time, all from the same picture of the table.
interface Row extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

export async function listConversations(pool: Pool): Promise<Row[]> {
  await using connection = await pool.getConnection()
  await connection.query('START TRANSACTION READ ONLY')
  try {
    const all: Row[] = []
    for (;;) {
      const [rows] = await connection.query<Row[]>(
        `SELECT id, title, updated_at FROM conversations WHERE is_archived = 0
         ORDER BY updated_at DESC, id DESC LIMIT 1000 OFFSET ?`,
        [all.length],
      )
      all.push(...rows)
      if (rows.length < 1000) return all
    }
  } finally {
    await connection.query('COMMIT').catch(() => connection.destroy())
  }
}
