import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ForeignKey {
  table: string
  column: string
  references: string
  onDelete: string
}

// Reads the statement that would make each table again.
export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  const keys: ForeignKey[] = []
  for (const table of tables.map((row) => String(Object.values(row)[0]))) {
    const [[row]] = await connection.query<RowDataPacket[]>(`SHOW CREATE TABLE ${escapeId(table)}`)
    const pattern =
      /FOREIGN KEY \((?<own>.+?)\) REFERENCES (?:`(?:[^`]|``)+`\.)?(?<parent>`(?:[^`]|``)+`) \((?<theirs>.+?)\)(?: ON DELETE (?<rule>CASCADE|SET NULL|RESTRICT))?/g
    for (const { groups } of String(row!['Create Table']).matchAll(pattern)) {
      const [own, theirs] = [groups!.own!, groups!.theirs!].map((list) =>
        list.split(', ').map(nameOf),
      )
      own!.forEach((column, index) =>
        keys.push({
          table,
          column,
          references: `${nameOf(groups!.parent!)}.${theirs![index]}`,
          onDelete: groups!.rule ?? 'NO ACTION',
        }),
      )
    }
  }
  const place = (key: ForeignKey) => `${key.table} ${key.column}`
  return keys.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

const nameOf = (quoted: string) => quoted.slice(1, -1).replaceAll('``', '`')
