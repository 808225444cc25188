import { inspect } from 'node:util'

export function logError(error: unknown): string {
  return inspect(error, { breakLength: Infinity })
}
