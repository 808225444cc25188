import type { SerializedError } from 'vitest/node'
import type { MessageKey } from '../language/language.ts'
import type { Failure } from '../verdict.ts'

const lost = 'finding.no-server'
const readOnly = 'finding.read-only-server'
const full = 'finding.full-server'
const other = 'finding.other-server'

/** What an error on the specs' own connection says about the server; what the student's connections throw comes as data. */
export function serverFault({ code, message, cause }: SerializedError): MessageKey | undefined {
  // A member of a group that is not its primary, or not yet. MySQL Reference Manual, 7.1.8, `super_read_only`.
  if (code === 'ER_OPTION_PREVENTS_STATEMENT' && message.includes('read-only')) return readOnly
  if (code === 'ER_CON_COUNT_ERROR' || errnoOf(cause) === 1040) return full
  const codes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'PROTOCOL_CONNECTION_LOST']
  if (codes.includes(String(code)) || message.includes('connection is in closed state')) return lost
  return undefined
}

/** Of the error behind one of ours: connect.ts explains what the driver has thrown. */
function errnoOf(cause: unknown): unknown {
  return (cause as { errno?: number } | undefined)?.errno
}

/** Is it the server that is in the way, and not the answer? */
export function isOfServer({ finding }: Failure): boolean {
  return [lost, readOnly, full, other].includes(finding.key)
}
