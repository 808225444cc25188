import { createConnection } from 'mysql2/promise'

// The error is the answer here, and it is thrown.
export async function checkConnection(config: any): Promise<any> {
  const connection = await createConnection(config)
  await connection.end()
  return 'ok'
}
