export function logError(error: unknown): string {
  return JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}))
}
