import type { Connection, Query } from 'mysql2'

/** What the server says about the session at the end of a statement. */
export interface ServerStatus {
  transaction: boolean
  /** Does a backslash escape in strings? */
  escapes: boolean
  warnings: number
}

/** The same flags are in the answer to a statement without rows. */
export function statusOf(flags: number, warnings: number): ServerStatus {
  const escapes = (flags & noBackslashEscapes) === 0
  return { transaction: (flags & inTransaction) !== 0, escapes, warnings }
}

/**
 * Reports the status that ends a set of rows. The driver reads it but does not expose it, and asking the server would
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

/**
 * Asks for the session's state with a ping: what an error left for `SHOW ERRORS` stays.
 * Undefined when no answer comes.
 */
export function askStatus(connection: Connection): Promise<ServerStatus | undefined> {
  return new Promise((resolve) => {
    let status: ServerStatus | undefined
    const command = connection.ping((error) => resolve(error ? undefined : status)) as unknown
    const { execute } = command as Command
    Object.assign(command as Command, {
      execute(packet: Packet | undefined, ...rest: unknown[]) {
        // The first call sends the ping, without a packet; the answer is an OK packet.
        if (packet && !packet.isError()) status = statusOf(flagsOfOk(packet), 0)
        return execute.call(command, packet, ...rest)
      },
    })
  })
}

// --- internal ---

/** After its mark and two numbers of one byte, both 0 in the answer to a ping. */
function flagsOfOk({ buffer, offset }: Packet): number {
  return buffer.readUInt16LE(offset + 3)
}

/** MySQL Source Code Documentation, `SERVER_STATUS_IN_TRANS`. */
const inTransaction = 1
/** `SERVER_STATUS_NO_BACKSLASH_ESCAPES` */
const noBackslashEscapes = 512

interface Command {
  execute(packet: Packet | undefined, ...rest: unknown[]): boolean
}

interface Packet {
  buffer: Buffer
  offset: number
  isError(): boolean
  isEOF(): boolean
  eofStatusFlags(): number
  eofWarningCount(): number
}
