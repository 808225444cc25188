interface Facts {
  code?: string
  errno?: number
  sqlState?: string
}

// A cause that is a string is shown.
export function logError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return `thrown: ${typeof error}`
    const { code, errno, sqlState } = error as Error & Facts
    const line = [code, errno, sqlState].filter((fact) => fact !== undefined).join(' ')
    if (typeof error.cause === 'string') return `${line} <- ${JSON.stringify(error.cause)}`
    return error.cause === undefined || error.cause === error
      ? line
      : `${line} <- ${logError(error.cause)}`
  } catch {
    return 'not to be read'
  }
}
