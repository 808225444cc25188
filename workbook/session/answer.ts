import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listExercises } from '../content/lessons.ts'
import type { Watcher } from '../runner/watcher.ts'
import { codeStamp } from './code-stamp.ts'
import { pulse, receive, send, type Request } from './messages.ts'
import { abandonedAddress, removeSessionNote, writeSessionNote } from './note.ts'

/**
 * From now on `npm run check -- ID` in another terminal of this user is answered by this session. If that is not possible,
 * such a check does its own work as always. Dispose it before the watcher.
 */
export async function answerChecks(watcher: Pick<Watcher, 'ask'>): Promise<AsyncDisposable> {
  const sockets = new Set<Socket>()
  const token = randomBytes(32).toString('hex')
  const server = createServer((socket) => {
    sockets.add(socket)
    void answer(socket, token, watcher)
      // A check that could not be done here is done by the command itself, which reports why.
      .catch(() => {})
      .finally(() => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  })
  const place = await listen(server, token).catch(() => undefined)
  return {
    async [Symbol.asyncDispose]() {
      if (place) removeSessionNote(place.address)
      for (const socket of sockets) socket.destroy()
      server.close()
      if (place?.folder) rmSync(place.folder, { recursive: true, force: true })
    },
  }
}

// --- internal ---

async function listen(server: Server, token: string) {
  const code = codeStamp()
  sweepAbandoned()
  const place = newPlace()
  server.listen(place.address)
  await once(server, 'listening')
  writeSessionNote({ address: place.address, token, code })
  return place
}

/** In a folder that only this user may enter. A path in the checkout may be longer than a socket's may be. */
function newPlace(): { address: string; folder?: string } {
  const name = `workbook-${randomBytes(8).toString('hex')}`
  if (process.platform === 'win32') return { address: `\\\\.\\pipe\\${name}` }
  const folder = mkdtempSync(path.join(tmpdir(), 'workbook-'))
  return { address: path.join(folder, 'session'), folder }
}

function sweepAbandoned(): void {
  const address = abandonedAddress()
  if (!address || process.platform === 'win32') return
  rmSync(address, { force: true })
  if (existsSync(path.dirname(address))) rmdirSync(path.dirname(address))
}

async function answer(socket: Socket, token: string, { ask }: Pick<Watcher, 'ask'>): Promise<void> {
  for await (const request of receive<Request>(socket)) {
    if (!isSame(request.token, token)) return
    send(socket, {})
    const alive = setInterval(() => send(socket, {}), pulse)
    try {
      for (const id of request.exercises) {
        const exercise = listExercises().find((one) => one.id === id)
        if (!exercise || socket.destroyed) return
        send(socket, { verdict: await ask(exercise) })
      }
    } finally {
      clearInterval(alive)
    }
  }
}

function isSame(given: unknown, token: string): boolean {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
