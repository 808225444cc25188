interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

// Cuts out what is in quotes: numbers stay, and an apostrophe in the text ends it early.
export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const { code, errno, sqlState, sql } = error as Error & Facts
  const masked = sql?.replaceAll(/'[^']*'/g, '?')
  const line = `${error.name} ${code} ${errno} ${sqlState} ${masked}`
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
}
