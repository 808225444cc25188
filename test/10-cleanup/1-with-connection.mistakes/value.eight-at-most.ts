// Wrong: only eight connections at a time; the ninth caller waits, and a ninth call inside eight others waits forever.
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

const limit = 8
let open = 0
const line: (() => void)[] = []

const enter = async () => {
  if (open >= limit) await new Promise<void>((resolve) => line.push(resolve))
  else open += 1
}

const leave = () => {
  const next = line.shift()
  if (next) next()
  else open -= 1
}

export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await enter()
  try {
    const connection = await createConnection(config)
    try {
      return await work(connection)
    } finally {
      await connection.end()
    }
  } finally {
    leave()
  }
}
