interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

export function logError(error: unknown): string {
  const { name, code, errno, sqlState, cause } = error as Error & Facts
  const line = `${name} ${code} ${errno} ${sqlState}`
  return cause === undefined ? line : `${line} <- ${logError(cause)}`
}
