import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeState, until, type TestState } from '../../testing/lease.ts'
import { connect } from '../connect.ts'
import { readEngineVersion } from './docker-engine.ts'

// Needs a Docker engine, and fails where none answers: `npm run test:container`.
const docker = promisify(execFile)

let state: TestState
beforeAll(async () => {
  await readEngineVersion()
  state = await makeState()
})
afterEach(async () => state.leaveAll())
afterAll(async () => {
  for (const id of await containers()) await docker('docker', ['rm', '-f', id])
  for (const name of await volumes()) await docker('docker', ['volume', 'rm', '-f', name])
  await state?.[Symbol.asyncDispose]()
})

const lease = (env = {}) => state.lease({ env: { WORKBOOK_DATABASE: 'container', ...env } })
const nameOf = () => createHash('sha256').update(state.folder).digest('hex').slice(0, 12)

async function list(...args: string[]): Promise<string[]> {
  return (await docker('docker', args)).stdout.split('\n').filter(Boolean)
}
const containers = () => list('ps', '-aq', '--filter', `label=mysql-workbook.state=${nameOf()}`)
const volumes = () => list('volume', 'ls', '-q', '--filter', `name=mysql-workbook-${nameOf()}`)

test('one container serves all commands, on an address of this machine alone, and stays when they leave', async () => {
  const [one, other] = await Promise.all([lease().ready, lease().ready])
  expect(one.access).toMatchObject({
    provider: 'container',
    version: expect.stringMatching(/^9\./),
  })
  expect(other.access.admin.port).toBe(one.access.admin.port)
  await state.leaveAll()
  const [id, another] = await containers()
  expect(another).toBeUndefined()
  const { stdout } = await docker('docker', ['port', id!, '3306'])
  expect(stdout.trim()).toBe(`${one.access.admin.host}:${one.access.admin.port}`)
  await lease().ready
  expect(await containers()).toEqual([id])
})

test('a container removed from outside is created again, with the data that was in it', async () => {
  const { access } = await lease().ready
  await using own = await connect(access.student, { database: access.practice })
  await own.connection.query("INSERT INTO conversations (id, title) VALUES (77, 'kept')")
  const [id] = await containers()
  await docker('docker', ['rm', '-f', id!])
  await state.leaveAll()
  const next = (await lease().ready).access
  await using again = await connect(next.student, { database: next.practice })
  const [rows] = await again.connection.query('SELECT title FROM conversations WHERE id = 77')
  expect(rows).toEqual([{ title: 'kept' }])
})

test('a process that made the container and is ended by Ctrl-C removes it', async () => {
  for (const id of await containers()) await docker('docker', ['rm', '-f', id])
  const process = lease()
  await process.ready
  process.child.kill('SIGINT')
  expect((await process.ended).signal).toBe('SIGINT')
  expect(await containers()).toEqual([])
})

test('a start that is interrupted leaves no container', async () => {
  const process = lease()
  await until(async () => (await containers()).length > 0)
  process.child.kill('SIGINT')
  await process.ended
  expect(await containers()).toEqual([])
})

test('an image that is not available is reported when it is forced, and skipped when it is not', async () => {
  const image = { MYSQL_IMAGE: 'mysql:no-such-version' }
  await expect(lease(image).ready).rejects.toThrow(/mysql:no-such-version is not on this machine/)
  const free = lease({ ...image, WORKBOOK_DATABASE: '' })
  expect((await free.ready).access.provider).toBe('embedded')
  await free.leave()
  expect((await free.ended).stderr).toMatch(
    /^No container: The image mysql:no-such-version is not on this machine/m,
  )
})
