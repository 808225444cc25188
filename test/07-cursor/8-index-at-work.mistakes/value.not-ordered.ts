import type { Connection, RowDataPacket } from 'mysql2/promise'

// The older JSON has the same facts under other names.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<{ key: string | null; rows: number }> {
  await connection.query('SET SESSION explain_json_format_version = 1')
  const [[answer]] = await connection.execute<RowDataPacket[]>(`EXPLAIN FORMAT=JSON ${sql}`, params)
  const plan = typeof answer!.EXPLAIN === 'string' ? JSON.parse(answer!.EXPLAIN) : answer!.EXPLAIN
  const block = plan.query_block
  const table = (block.grouping_operation ?? block).table ?? {}
  return { key: table.key ?? null, rows: table.rows_examined_per_scan ?? 0 }
}
