import type { Connection } from 'mysql2/promise'
import { findPlan, type PlanQuestion } from '../content/plans.ts'
import { connect } from '../database/connect.ts'
import { sessionSchema } from '../database/own-schema.ts'
import type { DatabaseLease } from '../database/types.ts'
import { WorkbookError } from '../errors.ts'
import { currentLanguage, say } from '../language/language.ts'
import { dropBigTable, fillBigTable, lookAtBigTable } from '../plans/big-table.ts'
import { comparePlans } from '../plans/compare.ts'
import type { ActionHandlers } from './actions.ts'

/** The table of generated messages, and what pages ask of it. Dispose it before the lease: the table is dropped. */
export interface Plans extends AsyncDisposable {
  readonly handlers: Pick<ActionHandlers, 'plan/look' | 'plan/fill' | 'plan/compare' | 'plan/drop'>
}

/** What a page's plans ask for: by the names of page and plan, never with SQL. One table serves all pages. */
export function planActions({ access, session }: Pick<DatabaseLease, 'access' | 'session'>): Plans {
  const schema = sessionSchema(access.practice, 'plans', session)
  let work: Promise<unknown> = Promise.resolve()
  let made = false
  /** One after the other: two pages may fill the table at once. */
  const alone = <T>(task: (connection: Connection) => Promise<T>): Promise<T> => {
    const result = work.then(async () => {
      await using own = await connect(access.student)
      return await task(own.connection)
    })
    work = result.catch(() => {})
    return result
  }
  const drop = () => alone((connection) => dropBigTable(connection, schema))
  return {
    handlers: {
      'plan/look': () => alone((connection) => lookAtBigTable(connection, schema)),
      'plan/fill': () => {
        made = true
        return alone((connection) => fillBigTable(connection, schema))
      },
      'plan/compare': ({ page, plan }) => {
        const question = questionOf(page, plan)
        return alone(async (connection) => {
          const { rows, total } = await lookAtBigTable(connection, schema)
          if (rows < total) throw refused('plan.no-table')
          return comparePlans(connection, question)
        })
      },
      'plan/drop': drop,
    },
    async [Symbol.asyncDispose]() {
      if (made) await drop()
    },
  }
}

// --- internal ---

function questionOf(page: unknown, name: unknown): PlanQuestion {
  const found = findPlan(page, name, currentLanguage())
  if (found) return found
  throw new WorkbookError(
    say('plan.unknown', { name: String(name).slice(0, 80) }),
    say('action.no-exercise.next'),
    { code: 'BAD_COMMAND' },
  )
}

function refused(key: 'plan.no-table'): WorkbookError {
  return new WorkbookError(say(key), say(`${key}.next`), { code: 'BAD_COMMAND' })
}
