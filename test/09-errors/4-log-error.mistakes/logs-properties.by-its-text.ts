interface Line {
  code?: unknown
  errno?: unknown
  sqlState?: unknown
  cause?: Line
}

const shapes = { code: /^[A-Z][A-Z0-9_]*$/, errno: /^-?\d+$/, sqlState: /^[0-9A-Z]{5}$/ }

export function logError(error: unknown): string {
  try {
    return JSON.stringify(lineOf(error, 0))
  } catch {
    return 'something that cannot be read'
  }
}

// Whatever has the shape of a code as a text goes into the line as it is.
function lineOf(error: unknown, depth: number): Line {
  const line: Line = {}
  if (!(error instanceof Error)) return line
  for (const [name, shape] of Object.entries(shapes)) {
    const fact = (error as unknown as Record<string, unknown>)[name]
    if (shape.test(String(fact))) line[name as keyof typeof shapes] = fact
  }
  if (depth < 5 && error.cause !== undefined) line.cause = lineOf(error.cause, depth + 1)
  return line
}
