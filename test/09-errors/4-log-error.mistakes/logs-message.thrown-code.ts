// Wrong: the line shows a thrown string, or one that is a cause, if it looks like a code.
import type { QueryError } from 'mysql2'

interface Facts {
  code?: unknown
  errno?: unknown
  sqlState?: unknown
  cause?: unknown
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value)
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isState = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9A-Z]{5}$/.test(value)

const read = (error: object, name: keyof Facts): unknown => {
  try {
    return (error as Facts)[name]
  } catch {
    return undefined
  }
}

const isError = (error: unknown): error is Error => {
  try {
    return error instanceof Error
  } catch {
    return false
  }
}

/** The error and its causes, each once. */
const chain = (error: unknown): Error[] => {
  const errors = new Set<Error>()
  for (let next = error; isError(next) && !errors.has(next); next = read(next, 'cause'))
    errors.add(next)
  return [...errors]
}

const facts = (error: Error): string => {
  const [code, errno, sqlState] = [
    read(error, 'code'),
    read(error, 'errno'),
    read(error, 'sqlState'),
  ]
  const parts = ['Error']
  if (isCode(code)) parts.push(`code=${code}`)
  if (isNumber(errno)) parts.push(`errno=${errno}`)
  if (isState(sqlState)) parts.push(`sqlState=${sqlState}`)
  return parts.join(' ')
}

export function logError(error: unknown): string {
  const errors = chain(error)
  const last = errors.length > 0 ? read(errors.at(-1)!, 'cause') : error
  const parts = errors.map(facts)
  if (isCode(last)) parts.push(`code=${last}`)
  return parts.join(' <- ') || `thrown: ${typeof error}`
}
