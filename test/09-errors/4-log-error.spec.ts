import { readFile } from 'node:fs/promises'
import { createConnection } from 'mysql2/promise'
import { logError } from '#exercise/09-errors/4-log-error'
import {
  byTest,
  exercise,
  expectValue,
  falsyErrors,
  hostileErrors,
  hostileFacts,
  mistake,
  closedPort,
  errorOf,
  loseWhileRunning,
} from '#support'

const test = exercise(import.meta.url, { tables: 'chat' })
const insertMessage = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
const insertTitle = 'INSERT INTO conversations (title) VALUES (?)'

test('names code, errno and SQLSTATE of a server error', async ({ connection, random }) => {
  const errors = [
    await errorOf(() => connection.execute(byTest(insertMessage), [0, 'user', random.text()])),
    await errorOf(() => connection.query(byTest('SELEKT 1'))),
    await errorOf(() => connection.execute(byTest(insertMessage), [0, random.word(), 'Hello'])),
    await errorOf(() => connection.query(byTest('SELECT 1 FROM nothing'))),
  ]
  for (const error of errors) {
    const { message, ...whole } = error as Error
    // The second time, too.
    for (const line of [log(error), log(error)])
      expectFacts(line, error, ['code', 'errno', 'sqlState'])
    // The caller may still need it as it was.
    expectValue({ ...(error as Error) }, whole, 'error')
    expectValue((error as Error).message, message, 'error.message')
  }
  // A line is about one error, whatever was logged before.
  const line = log(new Error('Not saved.'))
  expectValue(/ER_\w+|WARN_\w+/.exec(line)?.[0] ?? '', '', `logError(new Error('Not saved.'))`)
})

test('names the code of a connection that was refused or lost', async ({
  server,
  connect,
  options,
}) => {
  const port = await closedPort()
  const refused = await errorOf(() => createConnection({ ...options, port }))
  expectFacts(log(refused), refused, ['code', 'errno'])
  const lost = await loseWhileRunning(server, await connect())
  expectFacts(log(lost), lost, ['code'])
})

test('shows no value from the statement', async ({ connection, random }) => {
  const word = random.word()
  // A table's name comes after these words, in a statement.
  const tables = `from ${word}, into ${word}, update ${word}, table \`${word}\``
  const content = `O'Reilly ${word} said "no", did he? ${tables}`
  const phone = random.int(1_000_000_000, 2_000_000_000)
  // query() puts the values into the SQL, and so into error.sql.
  const error = await errorOf(() =>
    connection.query(byTest(insertMessage), [phone, 'user', content]),
  )
  expectWithout([word, String(phone)], log(error), 'logs-sql')
  const early = await errorOf(() => connection.query(byTest('SELECT ? FROM nothing'), [tables]))
  expectWithout([word], log(early), 'logs-sql')
  const copyWith = (text: string) => copyOf(error, word, text)
  expectIndependent(word, copyWith, 'logs-sql')
})

test('shows no value from the message', async ({ connection, server, random }) => {
  const word = random.word()
  await server.query('DELETE FROM conversations; ALTER TABLE conversations ADD UNIQUE (title)')
  // The others look like a part of MySQL's own sentences.
  const forged = ["Car' for key '", "Car' for column '", "Table '", '(`a`.`'].map(
    (begin) => `${begin}${word}`,
  )
  // And this one like a code.
  forged.push(`ER_${word.toUpperCase()}`)
  const errors: unknown[] = []
  for (const title of [word, ...forged]) {
    await connection.execute(byTest(insertTitle), [title])
    errors.push(await errorOf(() => connection.execute(byTest(insertTitle), [title])))
  }
  errors.push(
    await errorOf(() => connection.execute(byTest(insertMessage), [word, 'user', 'Hello'])),
    await errorOf(() => connection.query(byTest(`SELEKT '${word}'`))),
  )
  for (const error of errors) {
    expectWithout([word], log(error), 'logs-message')
    expectIndependent(word, (text) => copyOf(error, word, text), 'logs-message')
  }
})

test('writes one line, whatever the value', async ({ connection, server, random }) => {
  const title = `${random.word()}\n2026-01-20 10:00:00 admin logged in`
  await server.query('DELETE FROM conversations; ALTER TABLE conversations ADD UNIQUE (title)')
  await connection.execute(byTest(insertTitle), [title])
  const error = await errorOf(() => connection.execute(byTest(insertTitle), [title]))
  const wrapped = new Error('Not saved.', { cause: error })
  for (const one of [error, wrapped, new Error(title), title]) {
    const seen = log(one)
    if (/[\r\n]/.test(seen.trimEnd())) throw mistake('more-lines', { expected: 'one line', seen })
  }
  for (const one of [error, wrapped]) expectFacts(log(one), error, ['code'], 'cause-forgotten')
})

test('names the cause of an error that was thrown in its place', async ({ connection, random }) => {
  const word = random.word()
  const cause = await errorOf(() => connection.query(byTest(insertMessage), [0, 'user', word]))
  const seen = log(new Error('The message was not saved.', { cause }))
  expectFacts(seen, cause, ['code', 'errno', 'sqlState'], 'cause-forgotten')
  expectWithout([word], seen, 'logs-sql')
  // It may have its own facts, and may itself be a cause.
  const own = Object.assign(new Error('Not saved.', { cause }), {
    code: 'NOT_SAVED_17',
    errno: 89,
    sqlState: '45017',
  })
  const wrapped = [new Error('No answer.', { cause: own }), new RangeError('Full.', { cause: own })]
  for (const one of [own, ...wrapped]) {
    const line = log(one)
    expectFacts(
      line,
      own,
      ['code', 'errno', 'sqlState'],
      one === own ? 'facts-missing' : 'cause-forgotten',
    )
    expectFacts(line, cause, ['code', 'errno', 'sqlState'], 'cause-forgotten')
  }
  // A class may bring its code along, and a code may be long.
  class Missing extends Error {
    get code() {
      return 'CONVERSATION_OR_MESSAGE_THAT_SOMEBODY_HAS_DELETED_404'
    }
  }
  const missing = new Missing('Gone.', { cause })
  expectFacts(log(missing), missing, ['code'])
  const named = [1, 2, 3].map((n) => ({
    code: `${'SAID_IN_FULL_'.repeat(4)}${n}`,
    errno: n * 1111,
  }))
  const [inner, middle, outer] = named as [object, object, object]
  const reason = Object.assign(new Error('Gone.'), inner)
  const further = Object.assign(new Error('Not saved.', { cause: reason }), middle)
  const whole = log(Object.assign(new Error('No answer.', { cause: further }), outer))
  for (const facts of named) expectFacts(whole, facts, ['code', 'errno'], 'cause-forgotten')
  // What is falsy may be a fact.
  const nought = Object.assign(new Error('Not saved.'), { code: 'NOT_SAVED', errno: 0 })
  expectFacts(log(nought), nought, ['errno'])
  // Two errors of a chain may be alike.
  const alike = (under: Error) =>
    Object.assign(new Error('Not saved.', { cause: under }), { code: 'NOT_SAVED' })
  for (const one of [
    alike(alike(missing)),
    new Error('a', { cause: new Error('b', { cause: own }) }),
  ])
    expectFacts(
      log(one),
      one.cause instanceof Error && 'code' in one ? missing : own,
      ['code'],
      'cause-forgotten',
    )
})

test('shows no value that somebody has put into an error or thrown', async ({ random }) => {
  const word = random.word()
  const text = `Card ${word}\nof Mr. Somebody`
  const noFile = await errorOf(() => readFile(`${word}/nothing`))
  const line = log(noFile)
  expectFacts(line, noFile, ['code', 'errno'])
  expectWithout([word], line, 'logs-message')
  const made = (facts: object, cause?: unknown) =>
    Object.assign(new Error('Not saved.', { cause }), facts)
  const card = random.int(1_000_000_000, 2_000_000_000)
  const cards = [card, BigInt(card), String(card)]
  for (const one of [...cards, ...cards.map((cause) => made({}, cause))])
    expectWithout([String(card)], log(one), 'logs-message')
  for (const one of [new Error(`${word}: ${text}`), made({}, new Error(`${word}: ${text}`))])
    expectWithout([word], log(one), 'logs-message')
  // A text may look like a code, or like a place in a program.
  const large = word.toUpperCase()
  const codes = [large, `ER_${large}`, `Not saved: ${large}_17, of ${large}`]
  for (const message of [...codes, `${word}\n    at ${word} (${word}.ts:1:1)`])
    for (const one of [message, new Error(message)].flatMap((said) => [said, made({}, said)]))
      expectWithout([word], log(one), 'logs-message')
  const thrown: unknown[] = [text, { message: text, toString: () => text }, Symbol(text), [text]]
  // JSON from somewhere else can have such a constructor.
  thrown.push({ constructor: { name: word } }, { name: word, code: 'ER_X' })
  for (const one of [...thrown, ...thrown.map((cause) => made({}, cause))])
    expectWithout([word], log(one), 'logs-message')
  // An application may give an error any property, and any text.
  const names = ['name', 'code', 'errno', 'sqlState', 'detail']
  const facts: object[] = names.map((name) => ({ [name]: text }))
  // Nor what begins, or ends, like a code.
  facts.push(
    { code: word },
    { code: `ER_X\n${word}` },
    { code: `${word}\nER_X` },
    { [text]: 1 },
    { [word]: 1 },
    { [Symbol.toStringTag]: word },
  )
  for (const gap of ['', ' ', '\n'])
    for (const [name, value] of Object.entries({ errno: '1062', sqlState: '23000' }))
      facts.push({ [name]: value + gap + word }, { [name]: word + gap + value })
  // Nor what has no letters in lower case, or only digits.
  const digits = String(card)
  for (const begin of ['+7 ', 'АННА-', 'A@', '-'])
    for (const one of [made({ code: begin + digits }), made({}, made({ code: begin + digits }))])
      expectWithout([digits], log(one), 'logs-properties')
  expectWithout(['АННА'], log(made({ code: 'АННА' })), 'logs-properties')
  // Nor an object that looks like one only where it is made a text.
  for (const [name, look] of Object.entries({ code: 'ER_X', errno: '1062', sqlState: '23000' }))
    facts.push({ [name]: { [word]: word, toString: () => look } })
  // Nor what looks like the name of a class.
  const capital = word[0]!.toUpperCase() + word.slice(1)
  facts.push({ name: word }, { name: capital }, { name: `${capital}Error` })
  for (const one of facts.flatMap((fact) => [made(fact), made({}, made(fact)), fact]))
    expectWithout([word], log(one), 'logs-properties')
  const several = new AggregateError([made({ code: word }), word, made({ errno: word })], 'All.')
  for (const one of [withAnyProperty(word), several])
    for (const error of [one, made({}, one)]) expectWithout([word], log(error), 'logs-properties')
  const holders = [
    (own: string) => new Error(own),
    (own: string) => own,
    (own: string) => made({}, own),
    (own: string) => made({}, new Error(own)),
    (own: string) => made({ detail: own, stack: own }),
    (own: string) => ({ message: own, toString: () => own }),
  ]
  for (const make of holders) expectIndependent(word, make, 'logs-message')
})

test('accepts anything that can be thrown', ({ random }) => {
  // A circle that does not lead back to where it was entered. It has an end, so that the spec has one.
  let asked = 0
  const last = new Error('last')
  const first = new Error('first', { cause: last })
  const cause = { get: () => (++asked > 1000 ? undefined : first) }
  const circle = log(new Error('outside', { cause: Object.defineProperty(last, 'cause', cause) }))
  if (asked > 1000)
    throw mistake('throws-itself', { expected: 'one line', seen: circle.slice(0, 80) })
  const hostile = Object.values({ ...hostileErrors(), ...hostileFacts() })
  // To JavaScript both are numbers.
  const breaks = ['\n1062', ['\n1062']].map((errno) => Object.assign(new Error('No.'), { errno }))
  const lines = Object.assign(new Error('Five characters.'), { sqlState: 'a\nb\nc' })
  const ordinary = [new TypeError(random.text()), random.text(), 42, {}, lines, ...breaks]
  const itself = new Error('Its own cause.')
  itself.cause = itself
  const causes = [...hostile, lines, null, 0, ''].map((cause) => new Error('Not saved.', { cause }))
  for (const thrown of [...ordinary, ...falsyErrors, ...hostile, ...causes, itself]) {
    const seen = log(thrown)
    if (!seen) throw mistake('prints-only', { expected: 'a line', seen })
    if (/[\r\n]/.test(seen.trimEnd())) throw mistake('more-lines', { expected: 'one line', seen })
  }
})

// --- internal ---

function log(error: unknown): string {
  let seen: unknown
  try {
    seen = logError(error)
  } catch (thrown) {
    throw mistake('throws-itself', { expected: 'a line', seen: thrown })
  }
  if (typeof seen !== 'string') expectValue(seen, 'a line', 'logError()')
  return seen as string
}

/** An error that answers with this text whatever else it is asked for. */
function withAnyProperty(text: string): Error {
  const facts = new Set<unknown>(['cause', 'code', 'errno', 'sqlState', 'then'])
  return new Proxy(new Error('Not saved.'), {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || facts.has(key))
        return Reflect.get(target, key) as unknown
      return key === 'toJSON' ? () => ({ message: text, reason: text, detail: text }) : text
    },
  })
}

/** The line must contain these properties of the error. */
function expectFacts(line: string, error: unknown, names: string[], otherwise?: string) {
  if (line === '') throw mistake('prints-only', { expected: names, seen: line })
  for (const name of names) {
    const fact = String((error as Record<string, unknown>)[name])
    if (!line.includes(fact))
      throw mistake(otherwise ?? 'facts-missing', { expected: `${name} ${fact}`, seen: line })
  }
}

/** Does the line hold this text, in capitals, as Base64 or as hexadecimal too? A short text may be there by chance. */
function holds(line: string, text: string): boolean {
  if (text.length < 6) return line.includes(text)
  const words = line.match(/[\w+/=-]{12,}/g) ?? []
  const decoded = (['base64', 'hex'] as const).flatMap((encoding) =>
    words.map((word) => Buffer.from(word, encoding).toString()),
  )
  return [line, line.toLowerCase(), ...decoded].some((reading) => reading.includes(text))
}

/** The same error, where another text was typed. */
function copyOf(error: unknown, word: string, text: string): Error {
  const facts = Object.entries(error as object).map(([name, fact]: [string, unknown]) => [
    name,
    typeof fact === 'string' ? fact.replaceAll(word, text) : fact,
  ])
  const copy = new Error((error as Error).message.replaceAll(word, text))
  return Object.assign(copy, Object.fromEntries(facts))
}

/**
 * Fails if the line shows a text in whatever way: it changes with the text, and gets longer with it. A fingerprint does not
 * get longer; a line with a time or a number in it is never the same, and says nothing about the text.
 */
function expectIndependent(
  word: string,
  make: (text: string) => unknown,
  otherwise: 'logs-sql' | 'logs-message',
) {
  const line = log(make(word))
  if (log(make(word)) !== line) return
  const other = word.replaceAll(/./g, (letter) => (letter === 'z' ? 'b' : 'z'))
  if (log(make(other)) === line || log(make(word.repeat(9))).length <= line.length) return
  throw mistake(otherwise, { expected: `the same line without ${word}`, seen: line })
}

function expectWithout(
  values: string[],
  line: string,
  otherwise: 'logs-sql' | 'logs-message' | 'logs-properties',
) {
  const shown = values.filter((value) => holds(line, value))
  if (shown.length === 0) return
  const everything = line.includes('sqlMessage')
  throw mistake(everything ? 'logs-everything' : otherwise, {
    expected: `nothing of ${values.join(', ')}`,
    seen: line,
  })
}
