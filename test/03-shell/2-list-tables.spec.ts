import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import { listTables } from '#exercise/03-shell/2-list-tables'
import { byTest, exercise, expectValue, mistake, type Lab } from '#support'
import { expectRejection } from './rejections.ts'

const test = exercise(import.meta.url)

test('returns the names of the tables, as strings', async (lab) => {
  const names = await makeTables(lab, lab.schema)
  await expectTables(lab.connection, names)
})

test('returns one name when there is one table, and none when there is none', async (lab) => {
  await expectTables(lab.connection, []).catch((error: unknown) => {
    throw error instanceof TypeError ? mistake('fails-when-empty', { seen: error.message }) : error
  })
  const [name] = await makeTables(lab, lab.schema, 1)
  await expectTables(lab.connection, [name!])
})

test('leaves the tables of other databases out', async (lab) => {
  const names = await makeTables(lab, lab.schema)
  await lab.server.query(`CREATE DATABASE ${escapeId(`${lab.schema}_other`)}`)
  const others = await makeTables(lab, `${lab.schema}_other`)
  await expectTables(lab.connection, names, others)
})

test('follows the connection into the database that it uses now', async (lab) => {
  const old = await makeTables(lab, lab.schema)
  await expectTables(lab.connection, old)
  await lab.server.query(`CREATE DATABASE ${escapeId(`${lab.schema}_other`)}`)
  const names = await makeTables(lab, `${lab.schema}_other`)
  // A connection that has prepared nothing yet: a prepared DATABASE() would keep to the old one.
  const moved = await lab.connect()
  await moved.query(byTest(`USE ${escapeId(`${lab.schema}_other`)}`))
  await lab.asItIs()
  await expectTables(moved, names, old)
})

test('leaves the connection in the database where it was', async ({ connection, schema }) => {
  await listTables(connection)
  const [rows] = await connection.query(byTest('SELECT DATABASE() AS now'))
  const [{ now }] = rows as [{ now: string }]
  if (now !== schema) throw mistake('changes-database', { expected: schema, seen: now })
})

test('lets the error through when the connection is lost', async ({ connect, server }) => {
  const lost = await connect()
  await server.kill(lost)
  await expectRejection('swallows-errors', 'an error', () => listTables(lost))
})

// --- internal ---

/** Tables of names that nobody can know; in the order of the alphabet. */
async function makeTables({ server, random }: Lab, schema: string, count = random.int(3, 5)) {
  const names = Array.from({ length: count }, () => random.word())
  for (const name of random.shuffle(names)) {
    await server.query(`CREATE TABLE ${escapeId(schema)}.${escapeId(name)} (id INT)`)
  }
  return names.toSorted()
}

async function expectTables(connection: Connection, expected: string[], others: string[] = []) {
  const seen: unknown = await listTables(connection)
  const details = { expected, seen }
  if (Array.isArray(seen)) {
    if (seen.some((one) => typeof one === 'object')) throw mistake('rows-not-names', details)
    if (seen.some((one) => one === undefined)) throw mistake('other-column', details)
    // No test makes a table of this name; the practice database has one.
    if (seen.join() === 'conversations,messages') throw mistake('typed-in', details)
    if (seen.some((one) => others.includes(one))) throw mistake('other-databases', details)
    const strange = seen.some((one) => !expected.includes(one))
    if (strange && expected.every((one) => seen.includes(one)))
      throw mistake('other-databases', details)
    if (seen.length === 1 && seen[0] === expected[0] && expected.length > 1)
      throw mistake('first-only', details)
  }
  expectValue(seen, expected, 'listTables()')
}
