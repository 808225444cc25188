import { readFileSync, statSync } from 'node:fs'
import type { Exercise } from '../content/lessons.ts'
import type { MessageKey } from '../language/language.ts'

/** An answer's text, or why there is none. */
export type AnswerFile =
  | { text: string }
  | { fault: Extract<MessageKey, `finding.file-${string}` | 'finding.no-file'>; reason?: string }

/** Reads a student's file; whatever is in its place, nothing is thrown. */
export function readAnswer({ file }: Pick<Exercise, 'file'>): AnswerFile {
  try {
    const stats = statSync(file)
    if (stats.isDirectory()) return { fault: 'finding.file-folder' }
    if (stats.size > mostBytes) return { fault: 'finding.file-large' }
    const bytes = readFileSync(file)
    // UTF-16 has a zero in every second byte of English, and none of our files has one.
    return bytes.includes(0) ? { fault: 'finding.file-no-text' } : { text: bytes.toString() }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { fault: 'finding.no-file' }
    return { fault: 'finding.file-unreadable', reason: code ?? message }
  }
}

// --- internal ---

/** A hundred times the longest solution. */
const mostBytes = 1_000_000
