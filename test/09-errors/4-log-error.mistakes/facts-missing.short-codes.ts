// Some codes are long.
export function logError(error: unknown): string {
  const parts: string[] = []
  const seen = new Set<unknown>()
  try {
    for (let one = error; one instanceof Error && !seen.has(one); one = one.cause) {
      seen.add(one)
      parts.push(facts(one))
    }
  } catch {
    parts.push('unreadable')
  }
  return parts.join(' <- ') || 'something that is no error'
}

function facts(error: Error): string {
  const { code, errno, sqlState } = error as { code?: unknown; errno?: unknown; sqlState?: unknown }
  return [
    typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,29}$/.test(code) ? `code=${code}` : '',
    typeof errno === 'number' ? `errno=${errno}` : '',
    typeof sqlState === 'string' && /^[0-9A-Z]{5}$/.test(sqlState) ? `sqlState=${sqlState}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
