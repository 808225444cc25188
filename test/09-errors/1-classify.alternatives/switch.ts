// A switch, and a guard that reads once.

export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

function read(error: Error): { errno: unknown; fatal: unknown } {
  const { errno, fatal } = error as unknown as Record<string, unknown>
  return { errno, fatal }
}

export const classify = (error: unknown): Kind => {
  try {
    if (!(error instanceof Error)) return 'unknown'
    const { errno, fatal } = read(error)
    switch (errno) {
      case 1062:
        return 'duplicate'
      case 1452:
        return 'missing-parent'
      case 1048:
      case 1264:
      case 1265:
      case 1406:
        return 'invalid'
      case 1205:
      case 1213:
        return 'retryable'
      case 1044:
      case 1045:
      case 1049:
      case 1054:
      case 1064:
      case 1146:
      case 1210:
        return 'programming'
    }
    if (error instanceof TypeError) return 'programming'
    return fatal === true ? 'connection-lost' : 'unknown'
  } catch {
    return 'unknown'
  }
}
