import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createConnection, type Connection } from 'mysql2/promise'
import { mistake } from './findings.ts'
import type { Lab } from './lab.ts'
import { intercept } from './lent.ts'
import { isTransactionStatement } from './statement-log.ts'

// An answer may swallow an error by its number. No list of a spec's is long enough for that: the answer itself says
// which numbers it knows.

/** Begins a spec: from now on `answerErrors()` gives those of this answer. @param file with the answer */
export function readAnswerErrors(file: string): void {
  named = existsSync(file) ? errorsIn(readFileSync(file, 'utf8')) : []
}

/** Numbers of server errors: those that the answer names, and a few others, new ones on each run. */
export function answerErrors({ random }: Pick<Lab, 'random'>, others = 2): number[] {
  const more = random.shuffle(usual.filter((errno) => !named.includes(errno))).slice(0, others)
  return [...random.shuffle(named).slice(0, most), ...more]
}

/**
 * Refuses the statements of `ask` for each of these reasons, from the first on, then from the second on, and so on; what
 * belongs to a transaction is not refused. It happens in the program, so that what is prepared is refused, too.
 * Fails with `swallows-errors` unless each call rejects.
 */
export async function refuseByNumber(
  lab: Pick<Lab, 'options' | 'random'>,
  ask: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  // How an answer leaves this one does not matter: other tests look at that.
  const connection = await createConnection(lab.options)
  for (const errno of answerErrors(lab)) {
    for (let left = 1; ; left++) {
      using refusing = refuse(connection, errno, left)
      const outcome = await ask(connection).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      )
      const { refused } = refusing
      if ('error' in outcome && outcome.error instanceof Error && outcome.error.message === 'TODO')
        throw outcome.error
      if (refused && 'value' in outcome)
        throw mistake('swallows-errors', {
          expected: `${nameOf(errno)} (${errno})`,
          seen: outcome.value ?? String(outcome.value),
        })
      if (!refused) break
    }
  }
  await connection.end()
}

/** The driver's name for a server's number: `ER_DUP_ENTRY`. */
export function nameOf(errno: number): string {
  return String(errors()[errno] ?? 'ER_UNKNOWN_ERROR')
}

// --- internal ---

/** Of the answer that is judged. */
let named: number[] = []
/** Nobody needs more; not every number in a text is an error. */
const most = 8

/** What a statement may meet on a server, whatever it asks for. */
const usual = [
  1030, 1037, 1041, 1053, 1114, 1158, 1159, 1160, 1161, 1180, 1194, 1206, 1226, 1290, 1292, 1364,
  1366, 1412, 1436, 1792, 1836, 1845, 1846, 3024, 3058, 3100, 3101, 3168, 3572, 4031,
]

const { resolve } = createRequire(import.meta.url)

/** Their names by their numbers, and their numbers by their names. */
let table: Record<string, string | number> | undefined
function errors(): Record<string, string | number> {
  table ??= createRequire(import.meta.url)(
    path.join(path.dirname(resolve('mysql2/package.json')), 'lib/constants/errors.js'),
  ) as Record<string, string | number>
  return table
}

function errorsIn(source: string): number[] {
  const numbers = [...source.matchAll(/\b[1-4]\d{3}\b/g)].map(([number]) => Number(number))
  const names = [...source.matchAll(/\bER_\w+/g)].map(([name]) => Number(errors()[name]))
  return [...new Set([...numbers, ...names])].filter((errno) => errno >= 1000 && errno < 5000)
}

function refuse(connection: Connection, errno: number, from: number) {
  const state = { refused: false }
  let left = from
  const refusing = intercept(connection, async (sql, send) => {
    if (isTransactionStatement(sql) || /^\s*set\b/i.test(sql)) return send()
    left -= 1
    if (left > 0) return send()
    state.refused = true
    const facts = { code: nameOf(errno), errno, sqlState: 'HY000', sqlMessage: 'Refused.', sql }
    throw Object.assign(new Error('Refused.'), facts)
  })
  return Object.assign(state, refusing)
}
