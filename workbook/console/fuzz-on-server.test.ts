import * as fc from '../testing/fuzz.ts'
import { createConnection, type Connection } from 'mysql2/promise'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { splitStatements } from '../content/sql-statements.ts'
import { connect } from '../database/connect.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { readPracticeLog } from '../practice/log.ts'
import { faultTable } from '../testing/fault-table.ts'
import { makeState, type TestState } from '../testing/lease.ts'
import { readScript } from './script.ts'

// The server itself says where statements end: what it accepts, the workbook cuts at the same places.

const tells = faultTable()
let state: TestState
let access: DatabaseAccess
/** The server reads several statements from one text. */
let whole: Connection
/** It reads one. */
let single: Connection
beforeAll(async () => {
  state = await makeState()
  access = (await state.lease().ready).access
  const options = { ...access.student, database: access.practice }
  whole = await createConnection({ ...options, multipleStatements: true })
  single = await createConnection(options)
})
afterAll(async () => {
  await whole?.end()
  await single?.end()
  await state?.[Symbol.asyncDispose]()
})

const inside = fc
  .array(
    fc.constantFrom(
      ';',
      "''",
      '\\\\',
      "\\'",
      '\\;',
      '""',
      '``',
      '--',
      '-- ',
      '#',
      '/*',
      ' ',
      'ы',
      '🐈',
      '\n',
    ),
    { maxLength: 6 },
  )
  .map((all) => all.join(''))
const string = fc.oneof(
  inside.map((text) => `'${text.replaceAll('"', '')}'`),
  inside.map((text) => `"${text.replaceAll("'", '')}"`),
)
const comment = fc.oneof(
  inside.map((text) => `/*${text}*/`),
  inside.map((text) => `#${text.replaceAll('\n', '')}\n`),
  fc
    .tuple(fc.constantFrom(' ', '\t', '\n', '\r\n', '\u0001', '\v', '\f', '\u007F'), inside)
    .map(([gap, text]) => `--${gap}${text.replaceAll('\n', '')}\n`),
  fc.constantFrom('/*!999999 ; */', "/*!999999 it's */", '/**/', '/*+ x */', '/*; /* ;*/'),
)
const value = fc.oneof(
  string,
  fc.constantFrom(
    '1',
    '5--2',
    '6/2',
    '5 - -1',
    "N'a;b'",
    "_utf8mb4'c;'",
    "x'3B'",
    "'a' 'b;'",
    '@`x;y`',
    "@'x;'",
  ),
  // Without a comment in it that swallows the end: the server would cut at the next `;` all the same.
  string.filter(isWhole).map((text) => `/*! ${text} */`),
  string.filter(isWhole).map((text) => `/*!50000 ${text}*/`),
)
const space = fc.oneof(fc.constantFrom(' ', '\n', '\t'), comment)
const select = fc
  .tuple(space, value, space, fc.option(fc.tuple(inside, space)), space)
  .map(
    ([a, one, b, name, c]) =>
      `SELECT${a} ${one}${b} ${name ? `AS \`${name[0].replaceAll('`', '')}x\`${name[1]}` : ''}${c}`,
  )
const script = fc.array(select, { minLength: 1, maxLength: 4 }).map((all) => all.join(';'))

test('a script that the server accepts is cut where the server cuts it', async () => {
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(script, async (sql) => {
      const results = await rowsOf(whole, sql)
      if (!results) return
      accepted++
      const statements = splitStatements(sql)
      expect(readScript(sql).map((part) => part.sql)).toEqual(statements)
      const alone = []
      for (const one of statements) alone.push(...((await rowsOf(single, one)) ?? ['refused']))
      expect(alone).toEqual(results)
    }),
    { numRuns: 300 },
  )
  expect(accepted).toBeGreaterThan(100)
  tells('cut at the same places')
})

test('the practice log gives every statement back as it was sent, by whatever client', async () => {
  const ready = { ...access.student, database: access.practice }
  await using admin = await connect(access.admin)
  await using old = await connect(access.student, { database: access.practice, charset: 'latin1' })
  const none = await createConnection({ ...ready, database: '' })
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 20 }), async (values) => {
      for (const one of values) {
        await single.query('SELECT ? AS sent', [one])
        for (const other of [single, old.connection, none])
          await other.execute('SELECT ? AS sent', [one])
        // Its encoding may turn a character into a quote: then the server refuses the statement, and logs it all the same.
        await old.connection.query('SELECT ? AS sent', [one]).catch(() => {})
      }
      const log = await readPracticeLog(admin.connection, access)
      const mine = log.filter(
        ({ thread, command }) => thread === single.threadId && command === 'Query',
      )
      const expected = values.map((one) => Buffer.from(single.format('SELECT ? AS sent', [one])))
      expect(mine.slice(-values.length).map(({ sql }) => sql)).toEqual(
        expected.map((bytes) => bytes.subarray(0, 2000).toString()),
      )
      expect(log.filter(({ thread }) => thread === none.threadId)).toEqual([])
    }),
    { numRuns: 15 },
  )
  await none.end()
  tells('given back; of a long one the first 2,000 bytes')
})

// --- internal ---

/** Is it one string, up to its end? */
function isWhole(text: string): boolean {
  return /^(?:'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*")$/.test(text)
}

const words = fc.string({ unit: 'grapheme', maxLength: 30 })
const sent = fc.oneof(
  words,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(words, fc.integer({ min: 980, max: 2100 }))
    .map(([text, length]) => text.padEnd(length, 'ы🐈')),
)

/** What each statement of the text returns; undefined when the server refuses one. */
async function rowsOf(connection: Connection, sql: string): Promise<unknown[] | undefined> {
  try {
    const [rows, fields] = await connection.query({ sql, rowsAsArray: true })
    const all = Array.isArray(fields[0]) ? (rows as unknown[]) : [rows]
    // A piece of comments is answered too, with no rows.
    return all.filter((one) => Array.isArray(one))
  } catch {
    return undefined
  }
}
