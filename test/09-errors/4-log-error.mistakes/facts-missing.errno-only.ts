interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

// A lost connection has a code and no number.
export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const { errno } = error as Error & Facts
  const line = `MySQL error ${errno}`
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
}
