// Calls at once for the same name share an answer, whichever database.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Info {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}
const running = new Map<string, Promise<Info[]>>()

export function inspectTable(connection: Connection, table: string): Promise<Info[]> {
  const old = running.get(table)
  if (old) return old
  const answer = connection
    .execute<RowDataPacket[]>(
      'SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_KEY AS `key` FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION',
      [table],
    )
    .then(([rows]) =>
      rows.map((row) => ({ ...row, nullable: row.nullable === 'YES' }) as unknown as Info),
    )
    .finally(() => running.delete(table))
  running.set(table, answer)
  return answer
}
