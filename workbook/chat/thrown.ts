import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { exerciseOfFile, type Exercise } from '../content/lessons.ts'
import { displayPath, lessonsFolder, root } from '../paths.ts'
import { exerciseOfCall } from './calls.ts'
import { isTodo } from './module.ts'
import type { ChatCallName, ChatError, ChatProblem } from './types.ts'

/** Whatever was thrown, as plain text; of a stack only the student's own line. */
export function describeThrown(error: unknown): ChatError {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message, name, code } = error as Error & { code?: unknown }
  const place = placeOf(error)
  return {
    message: message.replaceAll(root + path.sep, '').slice(0, longestMessage) || name,
    ...(typeof code === 'string' && { code }),
    ...(place && { at: { file: displayPath(place.file), line: place.line } }),
  }
}

/** The problem of a call that threw: a stub is recognised, wherever among the student's files it is. */
export function problemOf(name: ChatCallName, error: unknown): ChatProblem {
  const own = exerciseOfCall(name)
  if (isTodo(error)) return { kind: 'not-written', exercise: (exerciseIn(error) ?? own).id }
  return { kind: 'threw', exercise: own.id, thrown: describeThrown(error) }
}

// --- internal ---

/** Characters. */
const longestMessage = 2000

function exerciseIn(error: unknown): Exercise | undefined {
  const place = placeOf(error as Error)
  return place && exerciseOfFile(place.file)
}

/** The first place of the stack, or of a compiler's message, that is in the student's files. */
function placeOf({ stack, message }: Error): { file: string; line: number } | undefined {
  for (const text of `${message}\n${stack ?? ''}`.split('\n')) {
    const match = /((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^\n]*?\.ts)(?:\?[^:]*)?:(\d+):\d+/.exec(
      text,
    )
    if (!match) continue
    const file = match[1]!.startsWith('file:') ? fileURLToPath(match[1]!) : match[1]!
    if (file.startsWith(lessonsFolder)) return { file, line: Number(match[2]) }
  }
  return undefined
}
