import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function inspectTable(connection: Connection, table: string): Promise<any> {
  try {
    const [columns] = await connection.execute<RowDataPacket[]>(
      `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
       FROM information_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
      [table],
    )
    return columns.map((column) => ({ ...column, nullable: column.nullable === 'YES' }))
  } catch (error) {
    console.error(error)
    return []
  }
}
