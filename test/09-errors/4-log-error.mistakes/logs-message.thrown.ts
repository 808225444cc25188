interface Facts {
  code?: string
  errno?: number
  sqlState?: string
}

// What is not an error is shown as it is.
export function logError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return String(error).replaceAll('\n', ' ')
    const { code, errno, sqlState } = error as Error & Facts
    const line = [code, errno, sqlState].filter((fact) => fact !== undefined).join(' ')
    return error.cause === undefined || error.cause === error
      ? line
      : `${line} <- ${logError(error.cause)}`
  } catch {
    return 'not to be read'
  }
}
