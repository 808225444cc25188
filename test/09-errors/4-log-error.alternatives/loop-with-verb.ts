interface Facts {
  code?: string
  errno?: number
  sqlState?: string
  sql?: string
  sqlMessage?: string
}

export function logError(error: unknown): string {
  const parts: string[] = []
  for (let one = error; one !== undefined; one = one instanceof Error ? one.cause : undefined) {
    if (!(one instanceof Error)) parts.push(`(${typeof one})`)
    else {
      const { code = '-', errno = '-', sqlState = '-', sql = '' } = one as Error & Facts
      // The first word of the statement cannot be a value.
      const verb = /^\s*(SELECT|INSERT|UPDATE|DELETE)\b/i.exec(sql)?.[1] ?? '-'
      parts.push([one.name, code, errno, sqlState, verb].join(' '))
    }
  }
  return parts.join(' <- ') || 'nothing was thrown'
}
