import { existsSync, rmSync, writeFileSync } from 'node:fs'
import {
  createConnection as createConnectionTo,
  createServer,
  type AddressInfo,
  type Socket,
} from 'node:net'
import path from 'node:path'
import { createConnection, type Connection } from 'mysql2/promise'
import { expect, test } from 'vitest'
import { connect } from '../database/connect.ts'
import type { Account } from '../database/types.ts'
import { answerBench, keysOf, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'
import { makeState, until } from '../testing/lease.ts'
import { accessOf } from '../testing/running-server.ts'

const tells = faultTable()
const bench = answerBench()

test('a server that others have filled is told as full, and the next check is as always', async () => {
  const [waiting, full] = ['waiting', 'full'].map((name) => path.join(bench.checkout.root, name))
  const code = `const { existsSync, writeFileSync } = await import('node:fs')
    const { createConnection } = await import('mysql2/promise')
    writeFileSync(${JSON.stringify(waiting)}, '')
    while (!existsSync(${JSON.stringify(full)})) await new Promise((resolve) => setTimeout(resolve, 10))
    const { host, port, user, password } = connection.config
    await (await createConnection({ host, port, user, password })).end()`
  writeFileSync(bench.file, bench.solution.replace('// #region TODO', `${code}\n  // #region TODO`))
  const checked = bench.check()
  await until(() => existsSync(waiting!))
  const others = await fill()
  writeFileSync(full!, '')
  const { verdict, code: exit } = await checked
  for (const one of others) one.destroy()
  for (const file of [waiting, full]) rmSync(file!)
  expect({ status: verdict.status, exit }).toEqual({ status: 'blocked', exit: 3 })
  expect(keysOf(verdict)).toContain('finding.full-server')
  writeFileSync(bench.file, bench.solution)
  expect((await bench.check()).verdict.status).toBe('passed')
  tells(toldBy(verdict))
})

test('a server that accepts no changes from an answer is told as such, not as a mistake', async () => {
  await using host = await makeState()
  const { admin } = (await host.lease().ready).access
  const env = await borrow(admin)
  // As in a group: by the time the spec looks, the server accepts changes again.
  const code = `await connection.query('SET GLOBAL read_only = ON')
  try {
    await connection.query('CREATE DATABASE ' + escapeId(name, true))
  } finally {
    await connection.query('SET GLOBAL read_only = OFF')
  }`
  writeFileSync(bench.file, bench.body(code))
  const { verdict, code: exit } = await bench.check(env)
  expect({ status: verdict.status, exit }).toEqual({ status: 'blocked', exit: 3 })
  expect(keysOf(verdict)).toContain('finding.read-only-server')
  writeFileSync(bench.file, bench.solution)
  expect((await bench.check(env)).verdict.status).toBe('passed')
  tells(toldBy(verdict))
})

test('an answer that was led to another server of a group is not told that it is wrong', async () => {
  await using first = await makeState()
  await using other = await makeState()
  const servers = [(await first.lease().ready).access, (await other.lease().ready).access]
  const elsewhere = path.join(bench.checkout.root, 'elsewhere')
  const portNow = () => servers[existsSync(elsewhere) ? 1 : 0]!.admin.port
  await using router = await leadTo(portNow)
  await borrow(servers[1]!.admin)
  const env = { ...(await borrow(servers[0]!.admin)), MYSQL_PORT: String(router.port) }
  for (const database of ['database', 'database: undefined']) {
    // By the time the spec looks, the router is back at the first.
    const code = `const { rmSync, writeFileSync } = await import('node:fs')
    const { createConnection } = await import('mysql2/promise')
    writeFileSync(${JSON.stringify(elsewhere)}, '')
    const { host, port, user, password, database } = connection.config
    const led = await createConnection({ host, port, user, password, ${database} }).finally(() =>
      rmSync(${JSON.stringify(elsewhere)}),
    )
    await led.end()
    throw new Error('The rows are not here.')`
    writeFileSync(bench.file, bench.body(code))
    const { verdict, code: exit } = await bench.check(env)
    expect({ status: verdict.status, exit }, database).toEqual({ status: 'blocked', exit: 3 })
    expect(keysOf(verdict)).toContain('finding.other-server')
    tells(toldBy(verdict))
  }
  writeFileSync(bench.file, bench.solution)
  expect((await bench.check(env)).verdict.status).toBe('passed')
})

// --- internal ---

/** Makes an account as an administrator gives it to somebody. @returns what their `.env` says */
async function borrow(admin: Account): Promise<Record<string, string>> {
  await using own = await connect(admin)
  await own.connection.query("CREATE USER 'plain'@'%' IDENTIFIED BY 'pass'")
  for (const rights of [
    'ALL ON `ai\\_chat\\_guest`.*',
    'ALL ON `ai\\_chat\\_guest\\_%`.*',
    'SYSTEM_VARIABLES_ADMIN ON *.*',
    'SELECT ON mysql.general_log',
  ])
    await own.connection.query(`GRANT ${rights} TO 'plain'@'%'`)
  return {
    WORKBOOK_DATABASE: '',
    MYSQL_HOST: admin.host,
    MYSQL_PORT: String(admin.port),
    MYSQL_USER: 'plain',
    MYSQL_PASSWORD: 'pass',
    MYSQL_DB: 'ai_chat_guest',
  }
}

/** Leads each connection to the port that counts at that moment, as MySQL Router does. */
async function leadTo(portNow: () => number): Promise<AsyncDisposable & { port: number }> {
  const open = new Set<Socket>()
  const router = createServer((incoming) => {
    const outgoing = createConnectionTo({ host: '127.0.0.1', port: portNow() })
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => router.listen(0, '127.0.0.1', resolve))
  return {
    port: (router.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => router.close(resolve))
    },
  }
}

/** Opens connections of another account until the server refuses one. */
async function fill(): Promise<Connection[]> {
  const { host, port, user, password } = (await accessOf(bench.checkout.state)).admin
  const open: Connection[] = []
  try {
    for (;;) open.push(await createConnection({ host, port, user, password }))
  } catch (error) {
    expect(error).toMatchObject({ errno: 1040 })
    return open
  }
}
