import type { Statement } from '../../../../workbook/verdict.ts'

export interface TransactionPart {
  /** From what begins a transaction to what ends it, both included. */
  transaction: 'start' | 'inside' | 'end' | undefined
  /** It has implicitly committed the transaction before it: MySQL Reference Manual, 15.3.3. */
  commits?: true
}

/** Tells, for each statement of a log in turn, which part of a transaction of its connection it is. */
export function followTransactions(): (statement: Statement) => TransactionPart {
  const sessions = new Map<number, Session>()
  return (statement) => {
    const { thread, command } = statement
    const session = sessions.get(thread) ?? { open: false, autocommit: true, locked: false }
    sessions.set(thread, session)
    if (command === 'Quit') return end(session)
    // A statement that is only prepared, or that the server could not read, does nothing.
    const done = ['Query', 'Execute'].includes(command) && statement.outcome?.error?.errno !== 1064
    return done ? follow(session, withoutComment(statement.sql)) : inside(session)
  }
}

// --- internal ---

/** The state of a connection. */
interface Session {
  open: boolean
  autocommit: boolean
  /** By LOCK TABLES. */
  locked: boolean
}

const begins = /^(?:START\s+TRANSACTION|BEGIN)\b/i
const ends = /^(?:COMMIT|ROLLBACK(?!\s+(?:WORK\s+)?TO))\b/i
const setsAutocommit =
  /^SET\s+(?:(?:SESSION|LOCAL)\s+|@@(?:(?:SESSION|LOCAL)\.)?)?autocommit\s*:?=\s*(\w+)/i
/** What does not begin a transaction when autocommit is off: it neither reads nor writes a table. */
const outside = /^(?:SET|USE|SAVEPOINT|ROLLBACK|RELEASE|UNLOCK)\b/i
/** Temporary tables belong to the connection. */
const commits =
  /^(?:(?:CREATE|DROP)\s+(?!TEMPORARY\b)|(?:ALTER|RENAME|TRUNCATE|GRANT|REVOKE|ANALYZE|OPTIMIZE|REPAIR|CHECK|FLUSH|INSTALL|UNINSTALL)\b|SET\s+PASSWORD\b|CACHE\s+INDEX\b|LOAD\s+INDEX\b|RESET\s+(?!PERSIST\b)|LOCK\s+TABLES?\b|(?:START|STOP)\s+REPLICA\b|CHANGE\s+REPLICATION\b)/i

function follow(session: Session, sql: string): TransactionPart {
  const was = { ...session }
  session.autocommit = autocommitAfter(sql) ?? session.autocommit
  if (begins.test(sql)) {
    Object.assign(session, { open: true, locked: false })
    return { transaction: 'start', ...(was.open && { commits: true }) }
  }
  if (/^LOCK\s+TABLES?\b/i.test(sql)) session.locked = true
  const unlocks = session.locked && /^UNLOCK\s+TABLES?\b/i.test(sql)
  if (unlocks) session.locked = false
  if (commits.test(sql) || unlocks || (session.autocommit && !was.autocommit))
    return end(session, true)
  if (ends.test(sql)) return end(session)
  if (session.open || session.autocommit || outside.test(sql)) return inside(session)
  session.open = true
  return { transaction: 'start' }
}

function inside({ open }: Session): TransactionPart {
  return { transaction: open ? 'inside' : undefined }
}

function end(session: Session, byItself = false): TransactionPart {
  const { open } = session
  session.open = false
  return open ? { transaction: 'end', ...(byItself && { commits: true }) } : inside(session)
}

function autocommitAfter(sql: string): boolean | undefined {
  const value = setsAutocommit.exec(sql)?.[1]
  return value === undefined ? undefined : /^(?:1|ON|TRUE)$/i.test(value)
}

function withoutComment(sql: string): string {
  return sql.replace(/^(?:\s|\/\*(?!!)[^]*?\*\/|#[^\n]*\n|--[ \t][^\n]*\n)+/, '')
}
