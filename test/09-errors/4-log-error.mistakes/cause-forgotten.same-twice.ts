// Two errors may have the same code.
export function logError(error: unknown): string {
  const parts: string[] = []
  const seen = new Set<string>()
  try {
    for (let one = error; one instanceof Error; one = one.cause) {
      const line = facts(one)
      if (seen.has(line)) break
      seen.add(line)
      parts.push(line)
    }
  } catch {
    parts.push('unreadable')
  }
  return parts.join(' <- ') || 'something that is no error'
}

function facts(error: Error): string {
  const { code, errno, sqlState } = error as { code?: unknown; errno?: unknown; sqlState?: unknown }
  return [
    typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code) ? `code=${code}` : '',
    typeof errno === 'number' ? `errno=${errno}` : '',
    typeof sqlState === 'string' && /^[0-9A-Z]{5}$/.test(sqlState) ? `sqlState=${sqlState}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
