import type { Socket } from 'node:net'
import type { Verdict } from '../verdict.ts'

/** What a command asks of the session. */
export interface Request {
  token: string
  /** Ids. */
  exercises: string[]
}

/** What it is told, exercise by exercise in their order; without a verdict: still here. */
export interface Answer {
  verdict?: Verdict
}

/** The session says this often that it is still here. Milliseconds. */
export const pulse = 1000
/** A session that has been silent for this long is stuck or suspended. Milliseconds. */
export const longestSilence = 5000

/** One line of JSON per message. */
export function send(socket: Socket, message: Request | Answer): void {
  socket.write(`${JSON.stringify(message)}\n`)
}

/** What comes in, until the other side is gone, for whatever reason. */
export async function* receive<Message extends Request | Answer>(
  socket: Socket,
): AsyncGenerator<Message> {
  socket.on('error', () => {}).setEncoding('utf8')
  let rest = ''
  try {
    for await (const chunk of socket as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop()!
      for (const line of lines) yield JSON.parse(line) as Message
    }
  } catch {
    // Gone, or not one of ours: the caller works with what has arrived.
  }
}
