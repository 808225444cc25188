import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeState, type TestState } from '../../testing/lease.ts'
import { connect, type OwnConnection } from '../connect.ts'
import type { DatabaseAccess } from '../types.ts'
import { faultTable, sentence } from '../../testing/fault-table.ts'

const tells = faultTable()

// A server of the workbook's own, in another state folder, is the server that .env names.
let host: TestState
let guest: TestState
let server: DatabaseAccess
let admin: OwnConnection
beforeAll(async () => {
  host = await makeState()
  guest = await makeState({ share: false })
  server = (await host.lease().ready).access
  admin = await connect(server.admin)
})
afterEach(async () => guest.leaveAll())
afterAll(async () => {
  await admin[Symbol.asyncDispose]()
  await guest[Symbol.asyncDispose]()
  await host[Symbol.asyncDispose]()
})

function lease(user: string, password: string, more: Record<string, string> = {}) {
  const { host, port } = server.admin
  const env = {
    MYSQL_HOST: host,
    MYSQL_PORT: String(port),
    MYSQL_USER: user,
    MYSQL_PASSWORD: password,
  }
  return guest.lease({ env: { ...env, WORKBOOK_DATABASE: '', MYSQL_DB: 'ai_chat_guest', ...more } })
}

async function makeAccount(name: string, ...grants: string[]): Promise<void> {
  await admin.connection.query(`CREATE USER '${name}'@'%' IDENTIFIED BY 'pass'`)
  for (const grant of grants) await admin.connection.query(`GRANT ${grant} TO '${name}'@'%'`)
}

const own = ['ALL ON `ai\\_chat\\_guest`.*', 'ALL ON `ai\\_chat\\_guest\\_%`.*']

test('an account that may create users gives the student a separate one', async () => {
  const { access } = await lease(server.admin.user, server.admin.password).ready
  expect(access).toMatchObject({ provider: 'external', practice: 'ai_chat_guest' })
  expect(access.student.user).toMatch(/^student_\w+$/)
  expect(access.statementLog).toEqual({ readable: true, table: 'mysql.general_log' })
  await using student = await connect(access.student, { database: access.practice })
  await student.connection.query('SELECT * FROM messages')
  await expect(student.connection.query('CREATE SCHEMA ai_chat_db_x')).rejects.toThrow(/denied/)
})

test('an account with rights on its own schemas is used as it is, and the student is told', async () => {
  await makeAccount('plain', ...own)
  const process = lease('plain', 'pass')
  const { access } = await process.ready
  expect(access.student).toEqual(access.admin)
  expect(access.statementLog).toMatchObject({ readable: false })
  await process.leave()
  expect((await process.ended).stderr).toContain('"plain" is not allowed to create accounts')
})

test('missing rights are named, with the statements that give them', async () => {
  await makeAccount('poor', own[0]!)
  const failed = lease('poor', 'pass')
  await expect(failed.ready).rejects.toThrow(
    /lacks rights on schemas that begin with ai_chat_guest/,
  )
  tells(`exit 3: ${sentence('db.missing-rights')}`)
})

test('a server that accepts no changes is named as such, not as one that gives too few rights', async () => {
  await admin.connection.query('SET GLOBAL super_read_only = ON')
  try {
    const refused = lease(server.admin.user, server.admin.password).ready
    await expect(refused).rejects.toThrow(/accepts no changes at the moment/)
  } finally {
    await admin.connection.query('SET GLOBAL super_read_only = OFF, read_only = OFF')
  }
  tells(`exit 3: ${sentence('db.read-only')}`)
})

test('connections are encrypted where .env asks for it', async () => {
  const env = { MYSQL_SSL_MODE: 'REQUIRED' }
  const { access } = await lease(server.admin.user, server.admin.password, env).ready
  await using student = await connect(access.student)
  const [rows] = await student.connection.query("SHOW SESSION STATUS LIKE 'Ssl_cipher'")
  expect(rows).toEqual([{ Variable_name: 'Ssl_cipher', Value: expect.stringMatching(/./) }])
  const wrong = lease('plain', 'pass', { MYSQL_SSL_MODE: 'MAYBE' }).ready
  await expect(wrong).rejects.toThrow(/MYSQL_SSL_MODE is "MAYBE"/)
})

test('a wrong password and a wrong port are different messages', async () => {
  await expect(lease('plain', 'wrong').ready).rejects.toThrow(/rejected the user "plain"/)
  await expect(lease('plain', 'pass', { MYSQL_PORT: '1' }).ready).rejects.toThrow(
    /No MySQL responds/,
  )
  tells(`exit 3: ${sentence('db.access-denied')} / ${sentence('db.connection-refused')}`)
})

test('a server that wants every connection encrypted is told, and the setting works', async () => {
  await admin.connection.query('SET GLOBAL require_secure_transport = ON')
  try {
    await expect(lease('plain', 'pass').ready).rejects.toThrow(
      /accepts only encrypted connections[^]*MYSQL_SSL_MODE=REQUIRED/,
    )
    await lease('plain', 'pass', { MYSQL_SSL_MODE: 'REQUIRED' }).ready
  } finally {
    await admin.connection.query('SET GLOBAL require_secure_transport = OFF')
  }
  tells(`exit 3: ${sentence('db.tls-required')} ${sentence('db.tls-required.next')}`)
})

test('an account that must use TLS is told of the setting too', async () => {
  await admin.connection.query("ALTER USER 'plain'@'%' REQUIRE SSL")
  try {
    await expect(lease('plain', 'pass').ready).rejects.toThrow(/MYSQL_SSL_MODE=REQUIRED/)
    await lease('plain', 'pass', { MYSQL_SSL_MODE: 'REQUIRED' }).ready
  } finally {
    await admin.connection.query("ALTER USER 'plain'@'%' REQUIRE NONE")
  }
  tells(`exit 3: ${sentence('db.access-denied')} ${sentence('db.access-denied.next')}`)
})

test('a server that has as many connections as it allows is told as such', async () => {
  await admin.connection.query('SET GLOBAL max_connections = 1')
  try {
    await expect(lease('plain', 'pass').ready).rejects.toThrow(
      /as many connections as it allows[^]*raise max_connections/,
    )
  } finally {
    await admin.connection.query('SET GLOBAL max_connections = DEFAULT')
  }
  await lease('plain', 'pass').ready
  tells(
    `exit 3: ${sentence('db.too-many-connections')} ${sentence('db.too-many-connections.next')}`,
  )
})

test('a schema outside of the prefix is refused before anything is touched', async () => {
  await expect(lease('plain', 'pass', { MYSQL_DB: 'shop' }).ready).rejects.toThrow(
    /its own schemas/,
  )
  tells('refused before anything is touched')
})

test('leaving an external server leaves it running, with the practice database in it', async () => {
  await lease(server.admin.user, server.admin.password).ready
  await guest.leaveAll()
  const [rows] = await admin.connection.query("SHOW SCHEMAS LIKE 'ai\\_chat\\_guest'")
  expect(rows).toHaveLength(1)
})
