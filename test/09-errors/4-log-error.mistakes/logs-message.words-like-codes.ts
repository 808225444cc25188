export function logError(error: unknown): string {
  const parts: string[] = []
  try {
    const seen = new Set<unknown>()
    let current: unknown = error
    while (current instanceof Error && !seen.has(current)) {
      seen.add(current)
      const { code, errno, sqlState, cause, message } = current as Error & Record<string, unknown>
      if (typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/.test(code)) parts.push(`code=${code}`)
      else parts.push(...(String(message).match(/\b[A-Z]+_[A-Z0-9_]+\b/g) ?? []))
      if (typeof errno === 'number') parts.push(`errno=${errno}`)
      if (typeof sqlState === 'string' && /^[0-9A-Z]{5}$/.test(sqlState))
        parts.push(`state=${sqlState}`)
      current = cause
    }
  } catch {
    parts.push('unreadable')
  }
  return parts.join(' ') || 'unknown error'
}
