import { createConnection, type ConnectionOptions } from 'mysql2/promise'

// No type of the result is written: the compiler gathers the four words.
export async function checkConnection(config: ConnectionOptions) {
  const outcome = await createConnection(config).catch(
    (error: { errno?: number; code?: string }) => error,
  )
  if ('end' in outcome) {
    await outcome.end()
    return 'ok'
  }
  switch (outcome.errno) {
    case 1044:
    case 1045:
      return 'access-denied'
    case 1049:
      return 'unknown-database'
    default:
      if (outcome.code === 'ECONNREFUSED') return 'refused'
      throw outcome
  }
}
