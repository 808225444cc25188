import { secretSettings } from '../config.ts'
import type { DatabaseAccess } from '../database/types.ts'
import type { Verdict } from '../verdict.ts'

/** What must not be in a verdict: it is shown on the page, kept, and sent to a teacher. */
export function secretsOf({ admin, student }: DatabaseAccess): string[] {
  const all = [admin.password, student.password, ...secretSettings()]
  return [...new Set(all)].filter((secret) => secret.length >= shortest)
}

/** The verdict with each of them masked: code that prints what it knows, or is compared with it, would show them. */
export function withoutSecrets(verdict: Verdict, secrets: readonly string[]): Verdict {
  const text = JSON.stringify(verdict)
  const found = secrets.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)))
  return found.length === 0 ? verdict : (masked(verdict, found) as Verdict)
}

// --- internal ---

/** Characters: a shorter one is part of ordinary words and numbers. */
const shortest = 6
/** What the workbook itself reads; nothing of an answer is in these. */
const ofWorkbook = ['exercise', 'status', 'key', 'mistake', 'command']

function masked(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string')
    return secrets.reduce((text, secret) => text.replaceAll(secret, '•••'), value)
  if (Array.isArray(value)) return value.map((one) => masked(one, secrets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      ofWorkbook.includes(key) ? one : masked(one, secrets),
    ]),
  )
}
