// The length and the first code of the message.
import type { QueryError } from 'mysql2'

export function logError(error: unknown): string {
  const parts: string[] = []
  const seen = new Set<unknown>()
  // A chain of causes may lead back to its beginning.
  for (let one = error; !seen.has(one) && seen.size < 10; one = causeOf(one)) {
    seen.add(one)
    if (one === undefined && parts.length > 0) break
    parts.push(factsOf(one))
  }
  return parts.join(' <- ')
}

const shapes = {
  code: /^[A-Z][A-Z0-9_]*$/,
  errno: /^-?\d+$/,
  sqlState: /^[0-9A-Z]{5}$/,
}

function factsOf(error: unknown): string {
  try {
    if (!(error instanceof Error)) return `thrown: ${error === null ? 'null' : typeof error}`
    const facts = Object.entries(shapes).flatMap(([name, shape]) => {
      const value = (error as unknown as Record<string, unknown>)[name]
      const fits = typeof value === 'string' || typeof value === 'number'
      return fits && shape.test(String(value)) ? [`${name}=${value}`] : []
    })
    // The name of the class was written by a programmer; `error.name` can be written by anybody.
    const code = /\b[A-Z][A-Z0-9_]+\b/.exec(error.message)?.[0]
    return [error.constructor.name, ...facts, ...(code ? [code] : [])].join(' ')
  } catch {
    return 'thrown: something that cannot be read'
  }
}

function causeOf(error: unknown): unknown {
  try {
    return error instanceof Error ? error.cause : undefined
  } catch {
    return undefined
  }
}
