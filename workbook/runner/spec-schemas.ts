import type { Exercise } from '../content/lessons.ts'
import { connect } from '../database/connect.ts'
import { dropSchema, listSchemas } from '../database/practice.ts'
import { sessionOfSchema } from '../database/own-schema.ts'
import type { DatabaseLease } from '../database/types.ts'
import type { Verdict } from '../verdict.ts'

/**
 * What the schemas of a spec are called between the practice database and the session, without the number of the test.
 * Short, since students read it, and since names have at most 64 characters and code adds some: the two numbers.
 * @param run tells runs apart that happen at the same time; a student's has no other beside it
 */
export function specSchemaName({ key }: Exercise, run = '0'): string {
  const [lesson, own] = key.split('/').map((part) => Number.parseInt(part, 10))
  return `${lesson}_${own}_${run}`
}

/**
 * Drops what the spec of a student's exercise has made, once the verdict is out: dropping takes longer than the tests.
 * What a failed test left behind can be looked at until the next run.
 */
export async function dropUsedSchemas(
  { access, session }: Pick<DatabaseLease, 'access' | 'session'>,
  exercise: Exercise,
  { tests }: Verdict,
): Promise<void> {
  const { practice } = access
  const beginning = `${practice}_${specSchemaName(exercise)}_`
  const kept = tests.flatMap(({ status, evidence }) =>
    status === 'passed' ? [] : (evidence?.schema ?? []),
  )
  await using admin = await connect(access.admin)
  // What an answer has left locked is dropped by the next run.
  await admin.connection.query('SET SESSION lock_wait_timeout = 5')
  const used = await listSchemas(
    admin.connection,
    (name) =>
      name.startsWith(beginning) &&
      sessionOfSchema(practice, name) === session &&
      !kept.some((one) => name.startsWith(one)),
  )
  for (const name of used) await dropSchema(admin.connection, name)
}
