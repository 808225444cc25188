import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { PlanQuestion } from '../content/plans.ts'
import { parsePlan } from './plan.ts'
import type { PlanNode } from './types.ts'

/** One query, executed twice: without the index and, where its page names one, with it. */
export interface PlanPair {
  without: PlanNode
  with?: PlanNode
}

/**
 * Executes the query on the big table and measures it. The index is made invisible, so that the same table answers
 * both ways: MySQL Reference Manual, 10.3.12 "Invisible Indexes".
 * @throws {Error} the server's
 */
export async function comparePlans(
  connection: Connection,
  { query, index }: PlanQuestion,
): Promise<PlanPair> {
  if (index && !(await hasIndex(connection, index.name)))
    await connection.query(`${index.sql} INVISIBLE`)
  await connection.query('SET SESSION explain_json_format_version = 2')
  const without = await explain(connection, query, false)
  return index ? { without, with: await explain(connection, query, true) } : { without }
}

// --- internal ---

async function hasIndex(connection: Connection, name: string): Promise<boolean> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.statistics
     WHERE table_schema = DATABASE() AND index_name = ? LIMIT 1`,
    [name],
  )
  return rows.length > 0
}

async function explain(connection: Connection, query: string, indexed: boolean): Promise<PlanNode> {
  const value = `use_invisible_indexes=${indexed ? 'on' : 'off'}`
  await connection.query('SET SESSION optimizer_switch = ?', [value])
  const [[row]] = await connection.query<RowDataPacket[]>(`EXPLAIN ANALYZE FORMAT=JSON ${query}`)
  const plan = parsePlan(String(Object.values(row!)[0]))
  if (!plan) throw new Error('The server explains in a format that is not known.')
  return plan
}
