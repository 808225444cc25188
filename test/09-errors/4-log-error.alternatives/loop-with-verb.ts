interface Facts {
  code?: unknown
  errno?: unknown
  sqlState?: unknown
  sql?: unknown
}

export function logError(error: unknown): string {
  const parts: string[] = []
  try {
    let one = error
    for (let depth = 0; depth < 5 && one instanceof Error; depth++) {
      const { code, errno, sqlState, sql } = one as Error & Facts
      // The first word of the statement cannot be a value.
      const verb = /^\s*(SELECT|INSERT|UPDATE|DELETE)\b/i.exec(typeof sql === 'string' ? sql : '')
      parts.push([word(code), word(errno), word(sqlState), verb?.[1] ?? '-'].join(' '))
      one = one.cause
    }
  } catch {
    parts.push('?')
  }
  return parts.join(' <- ') || `no error: ${typeof error}`
}

function word(fact: unknown): string {
  if (typeof fact === 'number') return String(fact)
  return typeof fact === 'string' && /^[A-Z0-9_]+$/.test(fact) ? fact : '-'
}
