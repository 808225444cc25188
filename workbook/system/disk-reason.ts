import { say } from '../language/language.ts'

/** Why the system refused to read or write something, as the end of a sentence: `the disk is full (ENOSPC)`. */
export function diskReason(cause: unknown): string {
  const { code } = cause as NodeJS.ErrnoException
  const known = reasons.find((one) => one === code)
  return known ? say(`disk.${known}`) : (code ?? String(cause))
}

// --- internal ---

const reasons = ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT'] as const
