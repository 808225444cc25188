export function logError(error: unknown): string {
  const { name, code, errno, sqlState, cause } = Object(error) as Record<string, unknown>
  const line = [name ?? typeof error, code, errno, sqlState]
    .filter((x) => x !== undefined)
    .join(' ')
  return cause === undefined ? line : `${line} <- ${logError(cause)}`
}
