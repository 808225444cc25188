import type { Connection, RowDataPacket } from 'mysql2/promise'
import { isDeepStrictEqual } from 'node:util'
import { byTest, mistake, type Lab, type Server } from '#support'

/** Both tables with all their columns, as everybody sees them: committed rows, by id. Times are strings. */
export interface Tables {
  conversations: Row[]
  messages: Row[]
}

type Row = Record<string, unknown> & { id: number }

export async function readTables(server: Server): Promise<Tables> {
  return {
    conversations: await server.query<Row>('SELECT * FROM conversations ORDER BY id'),
    messages: await server.query<Row>('SELECT * FROM messages ORDER BY id'),
  }
}

/** Fails when the student's connection sees other rows than everybody else: its transaction is still open. */
export async function expectCommitted({ connection, server }: Lab): Promise<void> {
  for (const sql of [
    'SELECT id, title, is_archived FROM conversations ORDER BY id',
    'SELECT id, conversation_id, sender, content FROM messages ORDER BY id',
  ]) {
    const [own] = await connection.query<RowDataPacket[]>(byTest(sql))
    const others = await server.query(sql)
    const rows = own.map((row) => ({ ...row }))
    if (!isDeepStrictEqual(rows, others)) {
      throw mistake('not-committed', { expected: rows, seen: others })
    }
  }
}

/** Does the function hand on what the server refuses? Takes the tables away and asks again. */
export async function expectErrorPassedOn(
  server: Server,
  ask: () => Promise<unknown>,
): Promise<void> {
  await ask()
  await server.query('DROP TABLE messages, conversations')
  await expectRefused(ask, 'ER_NO_SUCH_TABLE (1146)')
}

/** The function must reject, since the server refuses what it asks for. @param reason the server's error, as people name it */
export async function expectRefused(ask: () => Promise<unknown>, reason: string): Promise<void> {
  const outcome = await ask().then(
    (value) => ({ value }),
    (error: Error) => ({ error }),
  )
  if ('value' in outcome) {
    throw mistake('swallows-errors', { expected: reason, seen: outcome.value ?? 'no error' })
  }
  // A stub refuses as well.
  if (outcome.error?.message === 'TODO') throw outcome.error
}

/** Awaits what was asked with `text`. A syntax error in a statement that holds the bare text is a mistake of its own. */
export async function asText<T>(text: string, asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const { errno, sql } = Object(error) as { errno?: number; sql?: string }
    // A driver that splices values in writes the quotes of a text with a backslash.
    if (errno !== 1064 || !/['"\\]/.test(text) || !sql?.includes(text)) throw error
    throw mistake('sql-built-from-strings', { expected: text, seen: sql })
  }
}

/** Fails unless rows came, and with these columns. The order of the columns is free. */
export function expectColumns(seen: unknown, columns: readonly string[]): void {
  if (!Array.isArray(seen)) return
  const [first] = seen as unknown[]
  if (Array.isArray(first) && Array.isArray(seen[1]) && 'columnType' in Object(seen[1][0])) {
    throw mistake('returns-fields', { expected: '[row, row, …]', seen: '[[row, row, …], fields]' })
  }
  if (typeof first !== 'object' || first === null) return
  const names = Object.keys(first).toSorted()
  if (!isDeepStrictEqual(names, columns.toSorted())) {
    throw mistake('other-columns', { expected: columns, seen: first })
  }
}

/**
 * Runs `work` and tells how many bytes the server sent meanwhile over this connection
 * (MySQL Reference Manual, 7.1.10 "Server Status Variables": Bytes_sent).
 */
export async function measure<T>(
  connection: Connection,
  work: () => Promise<T>,
): Promise<{ result: T; bytes: number }> {
  const before = await bytesSent(connection)
  const result = await work()
  return { result, bytes: (await bytesSent(connection)) - before }
}

/**
 * The same connection, looked over: `underWay` holds what was sent and is not answered yet; `between` runs after every
 * statement, before the student's code goes on, as another user might.
 */
export function watch(connection: Connection, between?: () => Promise<unknown>) {
  const underWay = new Set<Promise<unknown>>()
  const send = async (work: () => Promise<unknown>) => {
    const answer = await work()
    await between?.()
    return answer
  }
  const watched = new Proxy(connection, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name !== 'query' && name !== 'execute') return member.bind(target)
      return (...args: unknown[]) => {
        const answer = send(() => member.apply(target, args) as Promise<unknown>)
        underWay.add(answer)
        const settled = () => underWay.delete(answer)
        answer.then(settled, settled)
        return answer
      }
    },
  })
  return { connection: watched, underWay }
}

// --- internal ---

async function bytesSent(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(
    byTest("SHOW SESSION STATUS LIKE 'Bytes_sent'"),
  )
  return Number(rows[0]!.Value)
}
