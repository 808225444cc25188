interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

// A line that programs read: an object as JSON.
export function logError(error: unknown): string {
  return JSON.stringify(factsOf(error))
}

function factsOf(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const { name, code, errno, sqlState, cause } = error as Error & Facts
  return { name, code, errno, sqlState, ...(cause === undefined ? {} : { cause: factsOf(cause) }) }
}
