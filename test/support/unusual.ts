import { byTest } from './by-test.ts'
import type { Lab } from './lab.ts'

/**
 * Gives a lent connection settings that are not the server's: code that sets one "back" must know to what. What the session
 * does is the same, except that its clock shows another hour. The zone is ahead: the server logs statements by the clock of
 * their session, and older ones are not read.
 * @param also further assignments: `foreign_key_checks = 0`
 */
export async function setUnusually(
  { asItIs, connection }: Pick<Lab, 'asItIs' | 'connection'>,
  ...also: string[]
): Promise<void> {
  await connection.query(byTest(`SET ${[...settings, ...also].join(', ')}`))
  await asItIs()
}

// --- internal ---

const settings = [
  "time_zone = '+03:00'",
  'group_concat_max_len = 2048',
  'innodb_lock_wait_timeout = 9',
  'lock_wait_timeout = 90',
  'sql_select_limit = 1000000000',
  'unique_checks = 0',
  "sql_mode = CONCAT(@@sql_mode, ',TIME_TRUNCATE_FRACTIONAL')",
]
