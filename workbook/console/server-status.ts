import type { Query } from 'mysql2'

/** What the server says about the session at the end of a statement. */
export interface ServerStatus {
  transaction: boolean
  warnings: number
}

/** The same flags stand in the answer to a statement without rows. */
export function statusOf(flags: number, warnings: number): ServerStatus {
  return { transaction: (flags & inTransaction) !== 0, warnings }
}

/**
 * Tells the status that ends a set of rows. The driver reads it and keeps it to itself, and asking the server would
 * change what `ROW_COUNT()` and `FOUND_ROWS()` say to the student's next statement.
 */
export function onStatus(query: Query, tell: (status: ServerStatus) => void): void {
  const command = query as unknown as Command
  const { execute } = command
  command.execute = (packet, ...rest) => {
    if (packet?.isEOF()) tell(statusOf(packet.eofStatusFlags(), packet.eofWarningCount()))
    return execute.call(command, packet, ...rest)
  }
}

// --- internal ---

/** MySQL Source Code Documentation, `SERVER_STATUS_IN_TRANS`. */
const inTransaction = 1

interface Command {
  execute(packet: Packet | undefined, ...rest: unknown[]): boolean
}

interface Packet {
  isEOF(): boolean
  eofStatusFlags(): number
  eofWarningCount(): number
}
