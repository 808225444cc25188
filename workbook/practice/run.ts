import type { Connection } from 'mysql2/promise'
import { acquireDatabase } from '../database/acquire.ts'
import { connectStudent } from '../database/student.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { progressBar } from '../terminal/progress-bar.ts'

/**
 * Connects to the practice database as the student, runs `work`, and sets the process's exit code:
 * 1 when the student's code threw, 3 when there is no database.
 */
export async function runOnPractice(
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  try {
    await using lease = await acquireDatabase({ progress: progressBar() })
    const { access } = lease
    await using own = await connectStudent(access, { database: access.practice })
    try {
      await work(own.connection)
    } catch (error) {
      process.exitCode = 1
      if (error instanceof Error && error.message === 'TODO')
        console.log(say('finding.not-started'))
      else console.error(error)
    }
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    console.error(`${error.message}\n${error.next}`)
    process.exitCode = error.exitCode
  }
}
