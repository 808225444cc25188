import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { paint } from './paint.ts'

/** An error of the environment as people read it: what and why, then what to do; anything else with its stack. */
export function renderError(error: unknown): string {
  if (error instanceof WorkbookError) return `${paint('red', error.message)}\n${error.next}`
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${details}\n${say('internal-error')}`
}
