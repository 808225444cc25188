import type { Connection } from 'mysql2/promise'
import { answerErrors } from './answer-errors.ts'
import { byTest } from './by-test.ts'
import { expectValue } from './findings.ts'
import type { Lab } from './lab.ts'
import { before, coresOf, type Core } from './lent.ts'
import { numbersOf } from './refusals.ts'

/**
 * Calls `work` once for each of some reasons for which a server refuses a statement, in another order each run, and for
 * those that the answer knows by their numbers. What is
 * refused is one of the statements that match: the first, or the second, and so on. It is replaced by a SIGNAL, so that the
 * refusal is the server's own; its text quotes the texts of harmless errors. What is prepared can't be a SIGNAL.
 * @param options `at`: which of them, in turn; `most`: so many reasons at most; `named`: false leaves out those that the answer names, which may mean something to it; `wrong` is called when a statement was refused and `work` did not reject;
 * `passedOn`: this error must reach the caller, by itself or as the `cause` of another
 */
export async function refuseStatements(
  { connect, random }: Pick<Lab, 'connect' | 'random'>,
  work: (connection: Connection) => Promise<unknown>,
  { at = [1], most = refusals.length, named = true, statements, passedOn = false, wrong }: Options,
): Promise<void> {
  const connection = await connect()
  const [core] = coresOf(connection) as [Core]
  let refuses: { errno: number; state: string; left: number } | undefined
  before(core, 'addCommand', (given) => {
    const command = given as { sql?: string; statement?: unknown }
    if ('statement' in command || !refuses || !statements.test(command.sql ?? '')) return
    refuses.left -= 1
    if (refuses.left === 0)
      command.sql = `SIGNAL SQLSTATE '${refuses.state}' SET MYSQL_ERRNO = ${refuses.errno}, MESSAGE_TEXT = '${text.replaceAll("'", "''")}'`
  })
  const known = answerErrors({ random }, 1)
  const chosen = random
    .shuffle(refusals)
    .filter(([errno]) => named || !known.includes(errno))
    .slice(0, most)
  const others = known
    .filter((errno) => named && !harmless.has(errno) && chosen.every(([one]) => one !== errno))
    .map((errno): [number, string] => [errno, 'HY000'])
  for (const [index, [errno, state]] of [...chosen, ...others].entries()) {
    // Not everybody sends so many. What the answer knows is tried with each of them.
    const isKnown = known.includes(errno)
    const turns = isKnown ? at : [at[index % at.length]!, at[0]!]
    for (const left of new Set(turns)) {
      const reason = { errno, state, left }
      refuses = reason
      const outcome = await work(connection).then(
        (value) => ({ value }),
        (error: unknown) => {
          if (error instanceof Error && error.message === 'TODO') throw error
          return { numbers: numbersOf(error) }
        },
      )
      refuses = undefined
      if (reason.left <= 0) {
        if ('value' in outcome) throw wrong(`error ${errno}: ${text}`, outcome.value)
        if (passedOn && ![errno, notPrepared].some((number) => outcome.numbers.includes(number))) {
          // What it has swallowed made a later statement fail.
          const later = outcome.numbers.find((number) => typeof number === 'number')
          if (later !== undefined) throw wrong(`error ${errno}: ${text}`, `error ${later}`)
          expectValue(outcome.numbers, [errno], 'error.errno')
        }
      }
      if (reason.left <= 0 && !isKnown) break
    }
  }
  // Statements sent at once with the refused one come before this.
  await connection.query(byTest('DO 0'))
}

// --- internal ---

interface Options {
  at?: readonly number[]
  most?: number
  named?: boolean
  statements: RegExp
  passedOn?: boolean
  wrong(reason: string, seen: unknown): Error
}

/** What the server says to a SIGNAL that is prepared. */
const notPrepared = 1295

/** The server takes 128 characters. */
const text =
  "Refused. Not: Duplicate column name 'is_archived', Duplicate key name 'messages_in_order', already exists, database exists"

/** What is there already, or gone already: code that goes on may be right. */
const harmless = new Set([1007, 1008, 1050, 1051, 1060, 1061, 1068, 1091, 1826, 3822])

/** Reasons for which a server does not build or look, with their SQLSTATE. */
const refusals: [errno: number, state: string][] = [
  [1005, 'HY000'],
  [1044, '42000'],
  [1114, 'HY000'],
  [1142, '42000'],
  [1205, 'HY000'],
  [1213, '40001'],
  [1290, 'HY000'],
  [1317, '70100'],
]
