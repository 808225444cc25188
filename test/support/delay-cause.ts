import type { Connection, Pool, RowDataPacket } from 'mysql2/promise'
import type { Finding } from '../../workbook/verdict.ts'
import { waitingFor } from './lent.ts'

/**
 * What the student's code waits for when its time is up, as far as the pools and the server can tell; undefined where they
 * can't.
 * @param pools that were lent to it
 * @param session an administrator's connection that waits for nothing
 * @param threads connection ids of the student's
 */
export async function causeOfDelay(
  pools: readonly Pool[],
  session: Connection,
  threads: readonly number[],
): Promise<Finding | undefined> {
  const queue = pools.map(waitingFor).find(({ callers }) => callers > 0)
  if (queue) return { key: 'cause.waits-for-connection', params: { limit: queue.limit } }
  if (threads.length === 0) return undefined
  // A server for a class may refuse to show them.
  const [rows] = await session
    .query<(RowDataPacket & { state: string; sql: string | null })[]>(transactions, [threads])
    .catch(() => [[]])
  const waiting = rows.find(({ state }) => state === 'LOCK WAIT')
  if (waiting?.sql) return { key: 'cause.waits-for-lock', params: { sql: inBrief(waiting.sql) } }
  return rows.some(({ sql }) => sql === null)
    ? { key: 'cause.transaction-open', params: {} }
    : undefined
}

// --- internal ---

/** MySQL Reference Manual, 28.4.28 "The INFORMATION_SCHEMA INNODB_TRX Table". */
const transactions = `
  SELECT trx_state AS state, trx_query AS \`sql\` FROM information_schema.INNODB_TRX
  WHERE trx_mysql_thread_id IN (?)`

function inBrief(sql: string): string {
  const text = sql.trim().replaceAll(/\s+/g, ' ')
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
