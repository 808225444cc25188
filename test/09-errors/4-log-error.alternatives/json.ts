// A line that programs read: an object as JSON. What JSON.stringify() can't write is described by its kind.
export function logError(error: unknown): string {
  try {
    return JSON.stringify(factsOf(error, 3))
  } catch {
    return JSON.stringify({ thrown: typeof error })
  }
}

function factsOf(error: unknown, depth: number): object {
  if (!(error instanceof Error) || depth === 0) return { thrown: typeof error }
  const { code, errno, sqlState, cause } = error as unknown as Record<string, unknown>
  return {
    name: error.constructor.name,
    code: typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined,
    errno: typeof errno === 'number' ? errno : undefined,
    sqlState: typeof sqlState === 'string' && /^\w{5}$/.test(sqlState) ? sqlState : undefined,
    ...(cause === undefined ? {} : { cause: factsOf(cause, depth - 1) }),
  }
}
