import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  try {
    const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
    return rows
  } catch (error) {
    const { errno, fatal } = error as any
    if (errno === 1065) return []
    throw error
  }
}
