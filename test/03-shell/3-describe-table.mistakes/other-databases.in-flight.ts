// Two calls at the same time with one name share an answer, even in two databases.
import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** A column, as the caller wants it. */
export interface Column {
  name: string
  /** With its length or its list: `varchar(255)`. */
  type: string
  nullable: boolean
  /** As SQL shows it; null when there is none. */
  default: string | null
}

const running = new Map<string, Promise<Column[]>>()

async function ask(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
}

/** @throws error 1146 when there is no such table */
export function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const same = running.get(table)
  if (same) return same
  const answer = ask(connection, table).finally(() => running.delete(table))
  running.set(table, answer)
  return answer
}
