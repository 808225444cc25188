import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createConnection, type Connection } from 'mysql2/promise'
import { expect, test } from 'vitest'
import { connect } from '../database/connect.ts'
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
  await using host = await makeState({ share: false })
  const { admin } = (await host.lease().ready).access
  await using own = await connect(admin)
  await own.connection.query("CREATE USER 'plain'@'%' IDENTIFIED BY 'pass'")
  for (const rights of [
    'ALL ON `ai\\_chat\\_guest`.*',
    'ALL ON `ai\\_chat\\_guest\\_%`.*',
    'SYSTEM_VARIABLES_ADMIN ON *.*',
  ])
    await own.connection.query(`GRANT ${rights} TO 'plain'@'%'`)
  const env = {
    WORKBOOK_DATABASE: '',
    MYSQL_HOST: admin.host,
    MYSQL_PORT: String(admin.port),
    MYSQL_USER: 'plain',
    MYSQL_PASSWORD: 'pass',
    MYSQL_DB: 'ai_chat_guest',
  }
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

// --- internal ---

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
