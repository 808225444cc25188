import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { DatabaseAccess } from '../database/types.ts'
import type { Statement } from '../verdict.ts'

/**
 * Reads what the student has sent to the practice database, with whatever client, from the server's own log
 * (MySQL Reference Manual, 7.4.3 "The General Query Log"). What a client sends by itself is left out, as far as
 * it can be recognised: the completion of the `mysql` client, the housekeeping of DBeaver.
 * @param since ISO 8601: what was sent before does not count
 */
export async function readPracticeLog(
  admin: Connection,
  { practice, student, statementLog }: DatabaseAccess,
  since = '',
): Promise<Statement[]> {
  if (!statementLog.readable) return []
  const [rows] = await admin.query<(RowDataPacket & Omit<LogRow, 'sql'> & { bytes: Buffer })[]>(
    `SELECT thread_id AS thread, command_type AS command, LEFT(argument, 2000) AS bytes,
       UNIX_TIMESTAMP(event_time) AS seconds, TIMESTAMPDIFF(SECOND, event_time, NOW(6)) AS age
     FROM ${statementLog.table} WHERE user_host LIKE ?`,
    [`%[${student.user}] @%`],
  )
  const from = since ? Date.parse(since) / 1000 : 0
  // Decoded here: for bytes that are not UTF-8, which a client may send, MySQL's own conversion gives NULL.
  const texts = rows.map(({ bytes, ...row }) => ({ ...row, sql: bytes.toString() }))
  return onDatabase(withoutCompletion(texts), practice)
    .filter(({ seconds, sql }) => Number(seconds) >= from && !sentByItself(sql))
    .map(({ thread, command, sql }) => ({ thread, command, sql }))
}

/** Seconds after which a statement is surely not followed by the rest of a client's completion. */
export const settled = 2

// --- internal ---

/** `age`: full seconds since it came. */
type LogRow = Statement & { seconds: string | number; age: number }

/** The rows of connections that were in the practice database, or in none, when they came. */
function onDatabase(rows: readonly LogRow[], practice: string): LogRow[] {
  const current = new Map<number, string>()
  return rows.filter(({ thread, command, sql }) => {
    // The number of a connection is reused after a restart of the server: `Connect` starts over.
    if (command === 'Connect') current.set(thread, / on (\S+) using /.exec(sql)?.[1] ?? '')
    else if (command === 'Init DB') current.set(thread, sql)
    else {
      const used = /^\s*use\s+`?([^`;\s]+)/i.exec(sql)?.[1]
      if (used) current.set(thread, used)
    }
    // When the log begins in the middle of a connection, nothing is known about it; the specs' own connections are never that old.
    const database = current.get(thread) ?? practice
    return database === practice || (database === '' && needsNone(sql, practice))
  })
}

function needsNone(sql: string, practice: string): boolean {
  return /^\s*show\s+(databases|schemas)\b/i.test(sql) || sql.includes(practice)
}

/**
 * At its start and after `USE` the `mysql` client asks for all names, to complete them at the tab key: `show databases`,
 * `show tables`, then a `Field List` of each table. What a student types is not followed by one.
 */
function withoutCompletion(rows: readonly LogRow[]): LogRow[] {
  const completing = new Set<LogRow>()
  const lastTwo = new Map<number, LogRow[]>()
  for (const row of rows) {
    const before = lastTwo.get(row.thread) ?? []
    const asked = before.map(({ sql }) => sql).join('; ')
    if (row.command === 'Field List' && asked === 'show databases; show tables') {
      for (const one of before) completing.add(one)
    }
    lastTwo.set(row.thread, [...before, row].slice(-2))
  }
  for (const last of lastTwo.values()) for (const one of mayBegin(last)) completing.add(one)
  return rows.filter((row) => !completing.has(row))
}

/** What looks like the begin of a completion, as long as the rest of it may still be on its way. */
function mayBegin(lastTwo: readonly LogRow[]): readonly LogRow[] {
  const last = lastTwo.at(-1)!
  if (last.age >= settled) return []
  if (lastTwo.map(({ sql }) => sql).join('; ') === 'show databases; show tables') return lastTwo
  return last.sql === 'show databases' ? [last] : []
}

/** DBeaver says in a comment which part of it is asking; what the student runs comes from its SQL editor. */
function sentByItself(sql: string): boolean {
  return /^\s*\/\*\s*ApplicationName=[^*]* - (Main|Metadata)\b/.test(sql)
}
