interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

// A stack begins with the message.
export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const { code, errno, sqlState } = error as Error & Facts
  const line = `${code} ${errno} ${sqlState} ${error.stack?.split('\n').slice(0, 3).join(' ')}`
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
}
