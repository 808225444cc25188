import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// One text, and a search in it.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const list = ids.join()
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE FIND_IN_SET(id, ?) > 0 ORDER BY id`,
    [list],
  )
  return rows
}
