interface Facts {
  code?: string
  errno?: number
  sqlState?: string
}

// A code can be set by anybody.
export function logError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return `thrown: ${typeof error}`
    const { code, errno, sqlState } = error as Error & Facts
    const line = [
      error.constructor.name,
      String(code ?? '-').replaceAll(/\s/g, ' '),
      errno,
      sqlState,
    ]
      .filter((fact) => fact !== undefined)
      .join(' ')
    return error.cause === undefined || error.cause === error
      ? line
      : `${line} <- ${logError(error.cause)}`
  } catch {
    return 'not to be read'
  }
}
