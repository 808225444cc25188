import { once } from 'node:events'
import net, { createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Connection } from 'mysql2/promise'
import { byTest } from './by-test.ts'
import { patience } from './patience.ts'
import type { Server } from './server.ts'

// Real faults for specs to cause. `await using` closes whatever one opens.

/** What `work` fails with. @throws when it succeeds: then the spec, not the answer, is wrong. */
export async function errorOf(work: () => Promise<unknown>): Promise<unknown> {
  const outcome = await work().then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  if (!outcome) throw new Error('This was meant to fail, and it succeeded.')
  return outcome.error
}

/** A port of this computer on which nobody listens: every connection is refused. */
export async function closedPort(): Promise<number> {
  await using listener = await listen(() => {})
  return listener.port
}

/** Accepts connections and never says a word: a client waits until `connectTimeout`. */
export function silentServer(): Promise<Listener> {
  return listen(() => {})
}

/** Hangs up as soon as somebody connects. */
export function rudeServer(): Promise<Listener> {
  return listen((socket) => socket.destroy())
}

/** Says nothing until `begin()`: from then on it is the server at this address. */
export async function lateServer({
  host,
  port,
}: {
  host: string
  port: number
}): Promise<Listener & { begin(): void }> {
  const waiting: Socket[] = []
  const listener = await listen((socket) => void waiting.push(socket))
  return Object.assign(listener, {
    begin() {
      for (const socket of waiting.splice(0)) {
        const server = net.connect(port, host).on('error', () => {})
        socket.pipe(server).pipe(socket)
        socket.on('close', () => server.destroy())
        if (socket.destroyed) server.destroy()
      }
    },
  })
}

/** Lets a client log in to the server at this address, and hangs up at the first command that is not COM_QUIT. */
export function curtServer({ host, port }: { host: string; port: number }): Promise<Listener> {
  return listen((socket) => {
    const server = net.connect(port, host).on('error', () => {})
    // Packets are numbered, and each command begins with 0 again.
    socket.on('data', (packet) => {
      if (packet[3] === 0 && packet[4] !== 1) socket.destroy()
    })
    socket.pipe(server).pipe(socket)
    socket.on('close', () => server.destroy())
  })
}

/** Lets nobody in: a client gets this server error in place of a greeting, such as 1040, too many connections. */
export function fullServer(errno: number, sqlState: string): Promise<Listener> {
  const error = Buffer.from([0xff, errno % 256, errno >> 8, ...Buffer.from(`#${sqlState}Not now`)])
  return listen((socket) => socket.end(Buffer.from([error.length, 0, 0, 0, ...error])))
}

/**
 * Until disposed of, a connection to this computer fails with this code, as where there is no way to it.
 * @param addresses how many it has: of several, Node.js tries each, and its error is an AggregateError
 */
export function cutOff(host: string, code: string, addresses = 1): Disposable {
  return onConnecting((socket, to) => {
    if (to.host !== host) return false
    const one = Object.assign(new Error(`connect ${code} ${host}`), { code, syscall: 'connect' })
    const all = Array.from({ length: addresses }, () => one)
    const error = addresses > 1 ? Object.assign(new AggregateError(all), { code }) : one
    process.nextTick(() => socket.destroy(error))
    return true
  })
}

/** Counts, until it is disposed of, how often this process begins to connect to this port of this computer. */
export function countConnecting(
  host: string,
  port: number,
): Disposable & { readonly count: number } {
  let count = 0
  const counting = onConnecting((_socket, to) => {
    if (to.host === host && Number(to.port) === port) count += 1
    return false
  })
  return {
    get count() {
      return count
    },
    [Symbol.dispose]: () => counting[Symbol.dispose](),
  }
}

/** KILLs the connection while its own statement runs; what that statement fails with. */
export async function loseWhileRunning(server: Server, connection: Connection): Promise<unknown> {
  const failure = errorOf(() => connection.query(byTest('SELECT SLEEP(10)')))
  await untilRunning(server, connection)
  await server.kill(connection)
  return failure
}

/** Waits until a statement of this connection waits for a lock; a second at most, more on a busy machine. */
export async function untilBlocked(
  server: Pick<Server, 'query'>,
  connection: Connection,
): Promise<void> {
  for (let tries = 0; tries < patience(8); tries++) {
    // The server renews this table only after it has not been read for a tenth of a second.
    await delay(120)
    const waiting = server.query(
      `SELECT trx_id FROM information_schema.INNODB_TRX
       WHERE trx_mysql_thread_id = ? AND trx_state = 'LOCK WAIT'`,
      [connection.threadId],
    )
    // The table holds the running statements in three-byte UTF-8: an emoji in any of them is error 3854.
    const rows = await waiting.catch(() => [])
    if (rows.length > 0) return
  }
}

/** Another session with its own transaction, which wants the rows that the answer wants. */
export interface Rival extends AsyncDisposable {
  /** Changes a conversation and keeps it locked. */
  lock(conversation: number): Promise<void>
  /**
   * Asks for a conversation that somebody else has locked. Should that one now ask for a row of the rival's, the two
   * wait for each other, and MySQL rolls back the lighter transaction (MySQL Reference Manual, 17.7.5.2 "Deadlock
   * Detection"): never the rival's. The rival then rolls back by itself.
   */
  ask(conversation: number): void
  /** Releases all locks; nothing is changed. */
  rollback(): Promise<void>
}

/** More changes than an answer makes: what a transaction has changed is its weight. */
const weight = 12

export async function openRival(server: Server): Promise<Rival> {
  const session = await server.session()
  const change = 'UPDATE conversations SET title = CONCAT(title, ?) WHERE id = ?'
  let turn: Promise<unknown> = Promise.resolve()
  return {
    async lock(conversation) {
      await turn
      const changes = Array.from({ length: weight }, () =>
        session.format(change, ['.', conversation]),
      )
      await session.query(['START TRANSACTION', ...changes].join(';'))
    },
    ask(conversation) {
      turn = session.query(change, ['.', conversation]).then(() => session.rollback())
      turn.catch(() => {})
    },
    rollback: () => session.rollback(),
    async [Symbol.asyncDispose]() {
      session.destroy()
    },
  }
}

/** A real deadlock: `victim` and another session wait for each other. What `victim` fails with: error 1213. */
export async function deadlock(
  server: Server,
  victim: Connection,
  [mine, theirs]: readonly [number, number],
): Promise<unknown> {
  await using rival = await openRival(server)
  await rival.lock(theirs)
  await victim.query(byTest('START TRANSACTION'))
  await victim.query(byTest('UPDATE conversations SET title = ? WHERE id = ?'), ['mine', mine])
  rival.ask(mine)
  const failure = await errorOf(() =>
    victim.query(byTest('UPDATE conversations SET title = ? WHERE id = ?'), ['theirs', theirs]),
  )
  await victim.query(byTest('ROLLBACK'))
  return failure
}

/** Waits a second for a row that another session has locked. What `connection` fails with: error 1205. */
export async function lockWait(
  server: Server,
  connection: Connection,
  conversation: number,
): Promise<unknown> {
  await using rival = await openRival(server)
  await rival.lock(conversation)
  await connection.query(byTest('SET SESSION innodb_lock_wait_timeout = 1'))
  // Awaited here: the rival must not leave earlier.
  const failure = await errorOf(() =>
    connection.query(byTest('UPDATE conversations SET title = ? WHERE id = ?'), [
      'mine',
      conversation,
    ]),
  )
  await connection.query(byTest('SET SESSION innodb_lock_wait_timeout = DEFAULT'))
  return failure
}

// --- internal ---

interface Address {
  host?: unknown
  port?: unknown
}

/** @param instead is told who wants to connect where; `true` if it has taken care of that. */
function onConnecting(instead: (socket: Socket, to: Address) => boolean): Disposable {
  const connect = Object.getOwnPropertyDescriptor(net.Socket.prototype, 'connect')!
  const value = function (this: Socket, ...given: unknown[]) {
    // net.connect() passes on a list of what it was given.
    const [first, host] = given.flat()
    const to = typeof first === 'object' && first !== null ? first : { host, port: first }
    return instead(this, to) ? this : connect.value.apply(this, given)
  }
  Object.defineProperty(net.Socket.prototype, 'connect', { ...connect, value })
  return {
    [Symbol.dispose]() {
      Object.defineProperty(net.Socket.prototype, 'connect', connect)
    },
  }
}

interface Listener extends AsyncDisposable {
  port: number
  /** How many connections it has accepted. */
  readonly accepted: number
}

async function untilRunning(server: Server, connection: Connection): Promise<void> {
  for (;;) {
    const rows = await server.query<{ Id: string; Command: string }>('SHOW PROCESSLIST')
    if (rows.some(({ Id, Command }) => Number(Id) === connection.threadId && Command === 'Query'))
      return
    await delay(2)
  }
}

async function listen(onConnection: (socket: Socket) => void): Promise<Listener> {
  const sockets: Socket[] = []
  const listener = createServer((socket) => {
    sockets.push(socket.on('error', () => {}))
    onConnection(socket)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    get accepted() {
      return sockets.length
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}
