import { connect } from 'node:net'
import type { Exercise } from '../content/lessons.ts'
import type { Verdict } from '../verdict.ts'
import { codeStamp } from './code-stamp.ts'
import { longestSilence, receive, send, type Answer } from './messages.ts'
import { readSessionNote } from './note.ts'

/**
 * Lets the running session check these exercises, since it is warm; it records the verdicts. They come in
 * order: fewer than asked for, perhaps none, when no session is running, when it runs other code, or when it ends midway.
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
