import { connect } from 'node:net'
import type { Exercise } from '../content/lessons.ts'
import type { Verdict } from '../verdict.ts'
import { codeStamp } from './code-stamp.ts'
import { longestSilence, receive, send, type Answer } from './messages.ts'
import { readSessionNote } from './note.ts'

/**
 * Lets the session that runs check these exercises, warm as it is; it writes the verdicts down. They come in their
 * order: fewer than asked for, perhaps none, when no session runs, when it runs other code, or when it is gone midway.
 * @throws the reason of `signal` when it aborts
 */
export async function askSession(
  exercises: readonly Exercise[],
  { onVerdict, signal }: { onVerdict: (verdict: Verdict) => void; signal: AbortSignal },
): Promise<Verdict[]> {
  const note = readSessionNote()
  if (!note || note.code !== codeStamp()) return []
  const verdicts: Verdict[] = []
  const socket = connect(note.address)
  const leave = () => void socket.destroy()
  socket.setTimeout(longestSilence, leave)
  signal.addEventListener('abort', leave)
  try {
    send(socket, { token: note.token, exercises: exercises.map(({ id }) => id) })
    for await (const { verdict } of receive<Answer>(socket)) {
      if (!verdict) continue
      verdicts.push(verdict)
      onVerdict(verdict)
      if (verdicts.length === exercises.length) break
    }
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
  signal.throwIfAborted()
  return verdicts
}
