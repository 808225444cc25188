// Wrong: a socket file that does not exist is not an error of the file system alone: it is fatal, a refused connection.
import type { QueryError } from 'mysql2'

export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

const kinds = new Map<unknown, Kind>([
  [1062, 'duplicate'],
  [1452, 'missing-parent'],
  [1048, 'invalid'],
  [1264, 'invalid'],
  [1265, 'invalid'],
  [1406, 'invalid'],
  [1205, 'retryable'],
  [1213, 'retryable'],
  [1044, 'programming'],
  [1045, 'programming'],
  [1049, 'programming'],
  [1054, 'programming'],
  [1064, 'programming'],
  [1146, 'programming'],
  [1210, 'programming'],
])

const fileSystem = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EEXIST'])

export function classify(error: unknown): Kind {
  try {
    if (error instanceof TypeError) return 'programming'
    if (!(error instanceof Error)) return 'unknown'
    const { errno, code, fatal } = error as QueryError
    if (fileSystem.has(code)) return 'unknown'
    return kinds.get(errno) ?? (fatal === true ? 'connection-lost' : 'unknown')
  } catch {
    return 'unknown'
  }
}
