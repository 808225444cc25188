// A BIT(1) becomes true or false; the driver makes a Buffer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const [rows] = await connection.query<RowDataPacket[][]>({
    sql,
    rowsAsArray: true,
    typeCast(field, next) {
      if (field.type === 'BIT' && field.length === 1) {
        const bits = field.buffer()
        return bits === null ? null : bits[0] === 1
      }
      return next()
    },
  })
  return rows
}
