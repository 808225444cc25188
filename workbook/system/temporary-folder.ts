import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { diskReason } from './disk-reason.ts'

/**
 * MySQL and Vitest put files into the system's folder for temporary ones, and MySQL does not say so when it can't.
 * @throws {WorkbookError} FILE_SYSTEM
 */
export function requireTemporaryFolder(): void {
  const folder = tmpdir()
  try {
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    const reason = diskReason(cause)
    throw new WorkbookError(say('no-temporary', { folder, reason }), say('no-temporary.next'), {
      code: 'FILE_SYSTEM',
      cause,
    })
  }
}
