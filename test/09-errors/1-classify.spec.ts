import { mkdir, readFile } from 'node:fs/promises'
import { inspect } from 'node:util'
import type { QueryError } from 'mysql2'
import { createConnection } from 'mysql2/promise'
import { classify, type Kind } from '#exercise/09-errors/1-classify'
import {
  errorOf,
  byTest,
  exercise,
  expectValue,
  falsyErrors,
  hostileErrors,
  hostileFacts,
  mistake,
  nameOfError,
  closedPort,
  cutOff,
  deadlock,
  lockWait,
  loseWhileRunning,
  rudeServer,
  silentServer,
  type Lab,
} from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })
const insertMessage = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'

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
  expectKind(await deadlock(server, connection, [mine, theirs]), 'retryable')
})

test('calls a lock wait timeout retryable', async ({ server, connection, chat }) => {
  const error = await lockWait(server, connection, chat.conversations[0]!.id)
  expectKind(error, 'retryable', { '*': 'lock-wait-forgotten' })
})

test('calls a killed connection lost, and every call on it after that', async ({
  server,
  connect,
}) => {
  const connection = await connect()
  expectKind(await loseWhileRunning(server, connection), 'connection-lost')
  const next = await errorOf(() => connection.query(byTest('SELECT 1')))
  expectKind(next, 'connection-lost', { '*': 'next-call-forgotten' })
})

test('calls a server that refuses, hangs up or stays silent a lost connection', async ({
  options,
}) => {
  await using rude = await rudeServer()
  await using silent = await silentServer()
  for (const port of [await closedPort(), rude.port, silent.port]) {
    const error = await errorOf(() =>
      createConnection({ ...options, host: '127.0.0.1', port, connectTimeout: 50 }),
    )
    expectKind(error, 'connection-lost', { '*': 'one-code-only' })
  }
  // A socket's file may give the last ones, which any other file gives as well.
  const codes = ['ENOTFOUND', 'EHOSTUNREACH', 'ECONNRESET', 'EPIPE']
  for (const code of [...codes, 'ENOENT', 'EACCES', 'ENOTDIR', 'EPERM']) {
    const host = 'db.example'
    using _ = cutOff(host, code)
    const error = await errorOf(() => createConnection({ ...options, host }))
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
  // This one has both a number and `fatal`.
  const connection = await createConnection(options)
  const error = await errorOf(() => connection.changeUser({ password: random.word() }))
  expectKind(error, 'programming', { '*': 'settings-forgotten' })
  connection.destroy()
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
  // Only the waiting has ended.
  const other = await createConnection(lab.options)
  expectKind(
    await errorOf(() => other.query({ sql: byTest('DO SLEEP(0.2)'), timeout: 1 })),
    'unknown',
    {
      '*': 'unknown-guessed',
    },
  )
  other.destroy()
  const duplicate = await duplicateKey(lab, 'Again')
  const { code, errno, sqlState } = duplicate as QueryError
  const before = viewOf(duplicate as Error)
  const ofTheProgram = [
    new Error(random.text()),
    // What caused an error does not say what the error itself means.
    new RangeError('Deadlock found', { cause: duplicate }),
    new AggregateError([duplicate]),
    new Error(random.text(), { cause: new Error('Not saved.', { cause: duplicate }) }),
    new ReferenceError(random.text()),
    new SyntaxError(random.text()),
    AbortSignal.abort().reason,
    Object.assign(new Error(random.text()), { errno: -1062 }),
    Object.assign(new Error(random.text()), { fatal: false }),
    Object.assign(new Error(random.text()), { name: 'TypeError' }),
    // Another program's connection, not the driver's.
    Object.assign(new Error(random.text()), { code: 'ECONNREFUSED', errno: -111 }),
    Object.assign(new Error(random.text()), { code: 'ECONNRESET', errno: -104 }),
    // What every object inherits.
    Object.assign(new Error(random.text()), { code: 'constructor', errno: 'constructor' }),
    Object.assign(new Error(random.text()), { code: '__proto__', errno: '__proto__' }),
    // No errors, whatever they have.
    { code, errno, sqlState },
    { fatal: true },
    { name: 'Error', message: random.text(), stack: 'Error\n    at a:1:1', fatal: true },
    { name: 'TypeError', message: random.text() },
    Object.assign(() => {}, { code, errno, sqlState }),
    { errno: undefined },
    random.text(),
    'ER_DUP_ENTRY',
    1062,
    {},
    ...falsyErrors,
  ]
  const named = classify(new Error(`TypeError: ${random.text()}`))
  if (named !== 'unknown') throw mistake('message-text', { expected: 'unknown', seen: named })
  for (const thrown of ofTheProgram) {
    const kind = kindOf(thrown)
    if (kind !== 'unknown') throw mistake('unknown-guessed', { expected: 'unknown', seen: kind })
  }
  // What has caused an error is left as it is, too.
  expectValue(viewOf(duplicate as Error), before, 'error.cause')
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
  for (const [errno, sqlState] of relatives) {
    const error = await errorOf(() =>
      connection.query(byTest(`SIGNAL SQLSTATE '${sqlState}' SET MYSQL_ERRNO = ${errno}`)),
    )
    expectKind(error, 'unknown', { '*': 'unknown-guessed' })
  }
  // None of the server's other numbers is in the table.
  for (let errno = 1000; errno < 4200; errno++) {
    if (ofTheTable.has(errno)) continue
    // By its own name too, which may begin like one of theirs.
    for (const code of ['ER_OF_ANOTHER_KIND', nameOfError(errno)]) {
      const facts = { errno, code, sqlState: 'HY000' }
      const kind = classify(Object.assign(new Error('Not saved.'), facts))
      if (kind !== 'unknown')
        throw mistake('unknown-guessed', { expected: 'unknown', seen: { kind, errno, code } })
    }
  }
})

test('survives whatever was thrown', () => {
  for (const thrown of Object.values({ ...hostileErrors(), ...hostileFacts() })) {
    const kind = kindOf(thrown)
    expectValue(kinds.includes(kind), true, `${JSON.stringify(kind)}: Kind`)
  }
})

// --- internal ---

/** The numbers on the page. */
const ofTheTable = new Set([
  1044, 1045, 1048, 1049, 1054, 1062, 1064, 1146, 1205, 1210, 1213, 1264, 1265, 1406, 1452,
])

/** Not in the table, though their meaning, their name, their number or their SQLSTATE is close to that of some that are. */
const relatives: readonly (readonly [errno: number, sqlState: string])[] = [
  [1022, '23000'],
  [1046, '3D000'],
  [1047, '08S01'],
  [1051, '42S02'],
  [1060, '42S21'],
  [1142, '42000'],
  [1149, '42000'],
  [1216, '23000'],
  [1217, '23000'],
  [1247, '42S22'],
  [1263, '22004'],
  [1317, '70100'],
  [1364, 'HY000'],
  [1366, 'HY000'],
  [1477, 'HY000'],
  [1586, '23000'],
  [1614, 'XA102'],
  [1698, '28000'],
  [3024, 'HY000'],
  [3058, 'HY000'],
  [3101, '40000'],
  [3572, 'HY000'],
  [3819, 'HY000'],
]

const kinds: readonly unknown[] = [
  'duplicate',
  'missing-parent',
  'invalid',
  'retryable',
  'connection-lost',
  'programming',
  'unknown',
]

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
  const before = viewOf(error as Error)
  const seen = classify(error)
  // The caller may still need it as it was.
  expectValue(viewOf(error as Error), before, 'error')
  const isKind = typeof seen === 'string' && seen !== expected
  const known = mistakes[seen] ?? mistakes['*'] ?? (isKind ? 'wrong-kind' : undefined)
  if (seen !== expected && known)
    throw mistake(known, { expected, seen: { kind: seen, error: factsOf(error) } })
  expectValue(seen, expected, `classify(${JSON.stringify(factsOf(error))})`)
  expectFactsAlone(error as Error, expected)
}

/**
 * The same facts with another message are of the same kind. Without facts an error is of none: neither with the same
 * message nor because of what was asked before.
 */
function expectFactsAlone(error: Error, expected: Kind) {
  const Class = error instanceof TypeError ? TypeError : Error
  const told = Object.entries(factsOf(error)).filter(([, fact]) => fact !== undefined)
  const facts = classify(Object.assign(new Class('Not saved.'), Object.fromEntries(told)))
  if (facts !== expected)
    throw mistake(expected === 'unknown' ? 'unknown-guessed' : 'message-text', {
      expected,
      seen: facts,
    })
  const nothing = classify(new Error('Not saved.'))
  if (nothing !== 'unknown')
    throw mistake('unknown-guessed', { expected: 'unknown', seen: nothing })
  const { message } = error
  const text = classify(Object.assign(new Error(message), { sqlMessage: message }))
  if (text !== 'unknown') throw mistake('message-text', { expected: 'unknown', seen: text })
}

/** All that an error has, and whether it may get more. */
function viewOf(error: Error) {
  const all = Reflect.ownKeys(error).map((key) => {
    const { value, ...property } = Object.getOwnPropertyDescriptor(error, key)!
    return `${String(key)} ${inspect({ ...property, value: inspect(value) })}`
  })
  return { all, message: error.message, stack: error.stack, extensible: Object.isExtensible(error) }
}

function factsOf(error: unknown) {
  const { code, errno, sqlState, fatal } = error as Partial<QueryError>
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
