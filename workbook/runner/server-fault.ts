import type { SerializedError } from 'vitest/node'
import type { MessageKey } from '../language/language.ts'
import type { Failure } from '../verdict.ts'

const lost = 'finding.no-server'
const readOnly = 'finding.read-only-server'
const full = 'finding.full-server'
const other = 'finding.other-server'

/** What an error on the specs' own connection says about the server; what the student's connections throw comes as data. */
export function serverFault(error: SerializedError): MessageKey | undefined {
  // connect.ts explains what the driver has thrown, and keeps that as the cause.
  for (const one of [error, error.cause]) {
    const { code, errno, message = '' } = Object(one) as Partial<SerializedError>
    // A member of a group that is not its primary, or not yet. MySQL Reference Manual, 7.1.8, `super_read_only`.
    if (code === 'ER_OPTION_PREVENTS_STATEMENT' && message.includes('read-only')) return readOnly
    if (code === 'ER_CON_COUNT_ERROR') return full
    // MySQL Router has no server to lead to.
    if (errno === 2003) return lost
    const codes = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'PROTOCOL_CONNECTION_LOST']
    if (codes.includes(String(code)) || message.includes('connection is in closed state'))
      return lost
  }
  return undefined
}

/** Is it the server that is in the way, and not the answer? */
export function isOfServer({ finding }: Failure): boolean {
  return [lost, readOnly, full, other].includes(finding.key)
}
