import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { listExercises } from '../content/lessons.ts'
import { connect } from '../database/connect.ts'
import { classSchema } from '../database/own-schema.ts'
import { readProgress } from '../progress/progress.ts'
import { classServer } from './server.ts'

/**
 * Sends this student's progress to the class server that `.env` names, in place of what was sent before.
 * @returns how many exercises were sent
 * @throws {WorkbookError} BAD_CONFIG without such a server, MISSING_RIGHTS when the account is in no class
 */
export async function sendProgress(): Promise<number> {
  const { exercises } = readProgress()
  const sent = listExercises().flatMap(({ id }) =>
    exercises[id] ? [{ exercise: id, ...exercises[id], steps: undefined }] : [],
  )
  const account = classServer()
  await using own = await connect(account)
  try {
    await own.connection.query(`CALL ${classSchema}.send_progress(?)`, [JSON.stringify(sent)])
  } catch (cause) {
    const reason = (cause as Error).message
    // 1044, 1049, 1305, 1370: no such schema or procedure, or no right to it; 1644: the procedure refuses the account.
    if (![1044, 1049, 1305, 1370, 1644].includes((cause as { errno?: number }).errno ?? 0))
      throw cause
    throw new WorkbookError(
      say('class.not-in-class', { user: account.user, reason }),
      say('class.not-in-class.next'),
      {
        code: 'MISSING_RIGHTS',
        cause,
      },
    )
  }
  return sent.length
}
