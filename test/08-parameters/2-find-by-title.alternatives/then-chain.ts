import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The SQL is put together from constants only.
export function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const sql = ['SELECT id, title', 'FROM conversations', 'WHERE title IN (?)', 'ORDER BY id'].join(
    ' ',
  )
  return connection.execute<Found[]>(sql, [String(title)]).then(([rows]) => rows)
}
