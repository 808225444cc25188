interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const { code, errno, sqlState, sql } = error as Error & Facts
  const line = `${error.name} ${code} ${errno} ${sqlState} in ${sql}`
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
}
