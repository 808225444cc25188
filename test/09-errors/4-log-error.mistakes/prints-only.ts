interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

export function logError(error: unknown): string {
  if (error instanceof Error) {
    const { code, errno, sqlState } = error as Error & Facts
    console.error(error.name, code, errno, sqlState)
  }
  return ''
}
