import type { Connection, RowDataPacket } from 'mysql2/promise'

/** Collects the values as the driver reads them, column by column. */
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const rows: unknown[][] = []
  let width = 0
  let flat: unknown[] = []
  const typeCast = (_field: unknown, next: () => unknown) => {
    const value = next()
    flat.push(value)
    return value
  }
  const [objects, fields] = await connection.query<RowDataPacket[]>({
    sql,
    typeCast: typeCast as never,
  })
  width = fields.length
  for (; rows.length < objects.length; flat = flat.slice(width)) rows.push(flat.slice(0, width))
  return rows
}
