import type { Connection, RowDataPacket } from 'mysql2/promise'

// DATA_TYPE is `varchar`, COLUMN_TYPE is `varchar(255)`.
export async function inspectTable(connection: Connection, table: string): Promise<any> {
  const [columns] = await connection.execute<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name, DATA_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS \`key\`
     FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns.map((column) => ({ ...column, nullable: column.nullable === 'YES' }))
}
