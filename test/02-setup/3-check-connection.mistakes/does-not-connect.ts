import { createConnection } from 'node:net'

// Somebody listens; whether it is MySQL, and whether it lets us in, is not asked.
export async function checkConnection({ host, port }: any): Promise<any> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port })
    socket.on('connect', () => {
      socket.destroy()
      resolve('ok')
    })
    socket.on('error', () => resolve('refused'))
  })
}
