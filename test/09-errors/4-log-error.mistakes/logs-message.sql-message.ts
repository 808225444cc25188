interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const { code, errno, sqlState, sqlMessage } = error as Error & Facts
  const line = `${error.name} ${code} ${errno} ${sqlState}: ${sqlMessage}`
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
}
