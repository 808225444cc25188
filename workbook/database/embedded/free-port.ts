import { createServer } from 'node:net'
import { readState, writeState } from '../../system/state-files.ts'

const portNote = 'port.json'

/** The port of last time if it is free, so that a student's own client finds the server again; otherwise any. */
export async function freePort(host: string): Promise<number> {
  const last = Number(readState(portNote)) || 0
  return (await listenOn(host, last)) ?? (await listenOn(host, 0)) ?? 0
}

/** For the next start. */
export function rememberPort(port: number): void {
  writeState(portNote, port)
}

// --- internal ---

function listenOn(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}
