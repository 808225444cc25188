interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`
  const { code, errno, sqlState } = error as Error & Facts
  const lines = [error.name, code, errno, sqlState]
  if (error.cause !== undefined) lines.push(logError(error.cause))
  return lines.filter((part) => part !== undefined).join('\n')
}
