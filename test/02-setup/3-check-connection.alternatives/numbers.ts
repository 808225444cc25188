import { createConnection } from 'mysql2/promise'

export async function checkConnection(config: any): Promise<any> {
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
