// JSON of what looks right, one inside the other.

const shapes: Record<string, RegExp> = {
  code: /^[A-Z\d_]{1,64}$/,
  errno: /^-?\d{1,10}$/,
  sqlState: /^[A-Z\d]{5}$/,
}

interface Line {
  [fact: string]: string | Line
}

function lineOf(error: unknown, depth: number): Line {
  if (!(error instanceof Error)) return { kind: typeof error }
  const line: Line = {}
  for (const [name, shape] of Object.entries(shapes)) {
    const fact: unknown = Reflect.get(error, name)
    if ((typeof fact === 'string' || typeof fact === 'number') && shape.test(`${fact}`))
      line[name] = `${fact}`
  }
  if (depth < 5 && error.cause !== undefined) line.cause = lineOf(error.cause, depth + 1)
  return line
}

export function logError(error: unknown): string {
  try {
    return JSON.stringify(lineOf(error, 0))
  } catch {
    return '{"kind":"unreadable"}'
  }
}
