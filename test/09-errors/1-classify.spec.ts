import { mkdir, readFile } from 'node:fs/promises'
import { createConnection } from 'mysql2/promise'
import { classify, type Kind } from '#exercise/09-errors/1-classify'
import {
  byTest,
  exercise,
  expectValue,
  falsyErrors,
  hostileErrors,
  mistake,
  type Lab,
} from '#support'
import * as faults from '../support/faults.ts'

const test = exercise(import.meta.url, { tables: 'chat' })
const insertMessage = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
const { errorOf } = faults

test('calls a taken key a duplicate', async (lab) => {
  expectKind(await duplicateKey(lab, 'Again'), 'duplicate')
})

test('calls a conversation that does not exist a missing parent', async ({
  connection,
  random,
}) => {
  const error = await errorOf(() =>
    connection.execute(byTest(insertMessage), [0, 'user', random.text()]),
  )
  expectKind(error, 'missing-parent', { duplicate: 'sqlstate-alone' })
})

test('calls a value that its column rejects invalid', async ({ connection, chat, random }) => {
  const { id } = chat.conversations[0]!
  const values = [
    [id, random.word(), 'Hello'],
    [id, 'user', 'x'.repeat(70_000)],
    [id, 'user', null],
    [3_000_000_000, 'user', 'Hello'],
  ]
  for (const row of values) {
    const error = await errorOf(() => connection.execute(byTest(insertMessage), row))
    expectKind(error, 'invalid', { duplicate: 'sqlstate-alone', '*': 'refused-value-forgotten' })
  }
})

test('calls a deadlock retryable', async ({ server, connection, chat }) => {
  const [mine, theirs] = chat.conversations.map(({ id }) => id) as [number, number]
  expectKind(await faults.deadlock(server, connection, [mine, theirs]), 'retryable')
})

test('calls a lock wait timeout retryable', async ({ server, connection, chat }) => {
  const error = await faults.lockWait(server, connection, chat.conversations[0]!.id)
  expectKind(error, 'retryable', { '*': 'lock-wait-forgotten' })
})

test('calls a killed connection lost, and every call on it after that', async ({
  server,
  connect,
}) => {
  const connection = await connect()
  expectKind(await faults.loseWhileRunning(server, connection), 'connection-lost')
  const next = await errorOf(() => connection.query(byTest('SELECT 1')))
  expectKind(next, 'connection-lost', { '*': 'next-call-forgotten' })
})

test('calls a server that refuses, hangs up or stays silent a lost connection', async ({
  options,
}) => {
  await using rude = await faults.rudeServer()
  await using silent = await faults.silentServer()
  for (const port of [await faults.closedPort(), rude.port, silent.port]) {
    const error = await errorOf(() =>
      createConnection({ ...options, host: '127.0.0.1', port, connectTimeout: 50 }),
    )
    expectKind(error, 'connection-lost', { '*': 'one-code-only' })
  }
})

test('calls a statement that can never succeed a programming error', async ({
  connection,
  random,
}) => {
  const wrong = [
    () => connection.query(byTest('SELEKT 1')),
    () => connection.query(byTest(`SELECT * FROM ${random.word()}`)),
    () => connection.query(byTest(`SELECT ${random.word()} FROM messages`)),
    () => connection.execute(byTest('SELECT id FROM messages WHERE id = ?'), []),
  ]
  for (const work of wrong) {
    expectKind(await errorOf(work), 'programming', { retryable: 'sqlstate-alone' })
  }
  const undefinedValue = [undefined] as unknown as string[]
  const refusedByDriver = await errorOf(() =>
    connection.execute(byTest('SELECT ?'), undefinedValue),
  )
  expectKind(refusedByDriver, 'programming', { '*': 'type-error-forgotten' })
})

test('calls a wrong password and a wrong database programming errors', async ({
  options,
  random,
}) => {
  const settings = [
    { ...options, password: random.word() },
    { ...options, database: `${options.database}_${random.word()}` },
    { ...options, database: 'mysql' },
  ]
  for (const wrong of settings) {
    const error = await errorOf(() => createConnection(wrong))
    expectKind(error, 'programming', { '*': 'settings-forgotten' })
  }
})

test('does not go by the message', async (lab) => {
  const misleading = [
    'Deadlock found',
    'Connection lost',
    'Unknown column',
    'foreign key constraint',
  ]
  for (const text of misleading) {
    const { connection } = lab
    expectKind(await duplicateKey(lab, text), 'duplicate', { '*': 'message-text' })
    const error = await errorOf(() =>
      connection.query(byTest(`SELEKT "${text}", "Duplicate entry"`)),
    )
    expectKind(error, 'programming', { '*': 'message-text' })
  }
  await lab.connection.query(byTest("SET SESSION lc_messages = 'ru_RU'"))
  await lab.asItIs()
  expectKind(await duplicateKey(lab, 'Ещё раз'), 'duplicate', { '*': 'message-text' })
})

test('calls everything else unknown and never throws', async (lab) => {
  const { connection, random } = lab
  // An error raised by the application, which the server only passes on.
  const own = await errorOf(() => connection.query(byTest("SIGNAL SQLSTATE '45000'")))
  expectKind(own, 'unknown', { '*': 'unknown-guessed' })
  const ofTheSystem = [
    () => readFile(`${random.word()}/nothing`),
    () => readFile('.'),
    () => mkdir('.'),
    () => readFile(`package.json/${random.word()}`),
  ]
  for (const work of ofTheSystem)
    expectKind(await errorOf(work), 'unknown', {
      'connection-lost': 'system-errno',
      '*': 'unknown-guessed',
    })
  const ofTheProgram = [
    new Error(random.text()),
    // What caused an error does not say what the error itself means.
    new RangeError('Deadlock found', { cause: await duplicateKey(lab, 'Again') }),
    AbortSignal.abort().reason,
    { errno: undefined },
    random.text(),
    'ER_DUP_ENTRY',
    1062,
    {},
    ...falsyErrors,
  ]
  for (const thrown of ofTheProgram) {
    const kind = kindOf(thrown)
    if (kind !== 'unknown') throw mistake('unknown-guessed', { expected: 'unknown', seen: kind })
  }
})

test('calls server errors that are not in the table unknown', async (lab) => {
  const { connection, server } = lab
  await server.query(`CREATE TABLE notes (id INT PRIMARY KEY, about INT, FOREIGN KEY (about) REFERENCES notes (id));
    INSERT INTO notes VALUES (1, NULL), (2, 1)`)
  const others = [
    // Neighbours of those in the table, in number and in SQLSTATE: 1050, 1451, 1305, 1690.
    () => connection.query(byTest('CREATE TABLE messages (id INT)')),
    () => connection.query(byTest('DELETE FROM notes WHERE id = 1')),
    () => connection.query(byTest('SELECT nobody_knows_this()')),
    () => connection.query(byTest('SELECT 18446744073709551615 + 1')),
  ]
  for (const work of others) expectKind(await errorOf(work), 'unknown', { '*': 'unknown-guessed' })
  for (const errno of relatives) {
    const error = await errorOf(() =>
      connection.query(byTest(`SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${errno}`)),
    )
    expectKind(error, 'unknown', { '*': 'unknown-guessed' })
  }
})

test('survives whatever was thrown', () => {
  for (const thrown of Object.values({ ...hostileErrors(), ...hostileFacts() })) {
    const kind = kindOf(thrown)
    expectValue(kinds.includes(kind), true, `${JSON.stringify(kind)}: Kind`)
  }
})

// --- internal ---

/** Not in the table, though their meaning is close to that of some that are. */
const relatives = [1022, 1142, 1149, 1216, 1217, 1317, 1364, 1366, 1586, 3572, 3819]

const kinds: readonly unknown[] = [
  'duplicate',
  'missing-parent',
  'invalid',
  'retryable',
  'connection-lost',
  'programming',
  'unknown',
]

/** Errors with properties of these names, whose values break code that expects a number or a string. */
function hostileFacts(): Record<string, unknown> {
  const values = { symbol: Symbol('1062'), bare: Object.create(null), big: 1062n, nothing: null }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const facts = { errno: value, code: value, sqlState: value, fatal: value && undefined }
      return [
        [`${name}InError`, Object.assign(new Error(name), facts)],
        [`${name}InObject`, facts],
      ]
    }),
  )
}

function kindOf(thrown: unknown): Kind {
  try {
    return classify(thrown)
  } catch (error) {
    throw mistake('throws-itself', { expected: 'unknown', seen: error })
  }
}

/** Compares; a wrong kind that points to a known mistake names it (`*` stands for every other kind). */
function expectKind(
  error: unknown,
  expected: Kind,
  mistakes: { [seen in Kind | '*']?: string } = {},
) {
  const seen = classify(error)
  const known = mistakes[seen] ?? mistakes['*']
  if (seen !== expected && known)
    throw mistake(known, { expected, seen: { kind: seen, error: factsOf(error) } })
  expectValue(seen, expected, `classify(${JSON.stringify(factsOf(error))})`)
}

function factsOf(error: unknown) {
  const { code, errno, sqlState, fatal } = error as Record<string, unknown>
  return { code, errno, sqlState, fatal }
}

/** A title that must be unique, inserted twice. */
async function duplicateKey({ server, connection, random }: Lab, text: string): Promise<unknown> {
  const name = random.word()
  await server.query(`CREATE TABLE ${name} (title VARCHAR(100) UNIQUE)`)
  const insert = () => connection.execute(byTest(`INSERT INTO ${name} VALUES (?)`), [text])
  await insert()
  return errorOf(insert)
}
