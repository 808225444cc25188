interface Facts {
  code?: string
  errno?: number
  sqlState?: string
}

// A name is a property like any other.
export function logError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return `thrown: ${typeof error}`
    const { code, errno, sqlState } = error as Error & Facts
    const line = [error.name, code, errno, sqlState].filter((fact) => fact !== undefined).join(' ')
    return error.cause === undefined || error.cause === error
      ? line
      : `${line} <- ${logError(error.cause)}`
  } catch {
    return 'not to be read'
  }
}
