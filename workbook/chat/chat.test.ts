import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Account, DatabaseAccess } from '../database/types.ts'
import { findExercise } from '../content/lessons.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { until } from '../testing/lease.ts'
import { lessonFiles, type LessonFiles } from '../testing/lesson-files.ts'
import type { Chat, ChatOptions } from './chat.ts'
import type { ChatAnswer, ChatCallName } from './types.ts'

const history = findExercise('database/get-history')

let checkout: Checkout
let lesson: LessonFiles
let access: DatabaseAccess
let connection: Connection
let openChat: typeof import('./chat.ts').openChat
let chat: Chat
let changes: number

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  lesson = lessonFiles(checkout, 'database')
  await checkout.run(['db', 'start'])
  const { stdout } = await checkout.run(['db', 'status', '--json', '--show-password'])
  const [server] = JSON.parse(stdout) as [Account & { database: string }]
  const { host, port, user, password, database } = server
  access = { student: { host, port, user, password }, practice: database } as DatabaseAccess
  connection = await createConnection({ host, port, user, password, database })
  // The copy's own code, which runs the copy's lessons.
  ;({ openChat } = await import(checkout.at(path.join(import.meta.dirname, 'chat.ts'))))
})
afterAll(async () => {
  await connection?.end()
  await checkout?.[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await lesson.reset()
  open()
})
afterEach(() => chat[Symbol.asyncDispose]())

test('a stub is not written yet, and names its exercise', async () => {
  const about = { whole: false, file: 'lessons/11-database', database: access.practice }
  expect(await call('about')).toEqual({ value: about })
  const asked: [ChatCallName, unknown[], string][] = [
    ['createConversation', [], 'create-conversation'],
    ['listConversations', [], 'list-conversations'],
    ['getHistory', [1], 'get-history'],
    ['addMessage', [1, 'ai', 'Hi'], 'add-message'],
    ['saveTurn', [1, 'Hi', 'Hi'], 'save-turn'],
    ['renameConversation', [1, 'x'], 'conversation-changes'],
    ['archiveConversation', [1], 'conversation-changes'],
    ['deleteConversation', [1], 'conversation-changes'],
    ['search', ['x'], 'search'],
  ]
  for (const [name, args, exercise] of asked) {
    const problem = { kind: 'not-written', exercise: `database/${exercise}` }
    expect(await call(name, ...args), name).toEqual({ problem })
  }
})

test('a single finished function works before the module is put together', async () => {
  await lesson.solve('list-conversations')
  const titles = await titlesOf('listConversations')
  expect(titles).toEqual(['Empty conversation', 'Weekend in Kazan', 'First steps with SQL'])
  expect(await call('getHistory', 1)).toHaveProperty('problem.kind', 'not-written')
  expect(await titlesOf('listArchived')).toEqual(['Rename my cat'])
})

test('a moment is the same moment, whatever the zone of this machine', async () => {
  const { TZ } = process.env
  process.env.TZ = 'Asia/Vladivostok'
  await lesson.solve('list-conversations')
  const answer = await call('listConversations')
  if (TZ === undefined) delete process.env.TZ
  else process.env.TZ = TZ
  expect(answer).toHaveProperty('value.0.updated_at', '2026-01-16T12:00:00.000Z')
})

test('the whole module changes the practice database for real', async () => {
  await lesson.solve()
  expect(await call('about')).toHaveProperty('value.whole', true)
  const { value: id } = (await call('createConversation', "O'Reilly")) as { value: number }
  await call('saveTurn', id, 'Name a river.', 'The Lena.')
  expect(await call('getHistory', id)).toMatchObject({
    value: [{ content: 'Name a river.' }, { content: 'The Lena.' }],
  })
  expect(await call('renameConversation', id, 'Rivers')).toEqual({ value: true })
  expect(await titlesOf('search', 'lena')).toEqual(['Rivers'])
  expect(await call('archiveConversation', id)).toEqual({ value: true })
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT title, is_archived FROM conversations WHERE id = ?',
    [id],
  )
  expect(rows).toEqual([{ title: 'Rivers', is_archived: 1 }])
  expect(await call('deleteConversation', id)).toEqual({ value: true })
  expect(await call('getHistory', id)).toEqual({ value: null })
})

test("what MySQL rejects comes with its code and the student's line", async () => {
  await lesson.solve()
  expect(await call('renameConversation', 1, 'x'.repeat(256))).toMatchObject({
    problem: {
      kind: 'threw',
      thrown: {
        code: 'ER_DATA_TOO_LONG',
        at: { file: 'lessons/11-database/6-conversation-changes.ts', line: expect.any(Number) },
      },
    },
  })
})

test('the line of a throw is the line in the file', async () => {
  await lesson.write('get-history', "throw new RangeError('<b>no</b>')")
  const source = (await readFile(checkout.at(history.file), 'utf8')).split('\n')
  const line = source.findIndex((text) => text.includes('RangeError')) + 1
  const at = { file: 'lessons/11-database/3-get-history.ts', line }
  expect(await call('getHistory', 1)).toEqual({
    problem: {
      kind: 'threw',
      exercise: history.id,
      thrown: { message: '<b>no</b>', at },
    },
  })
})

test('a value other than the signature promises is shown', async () => {
  await lesson.write('list-conversations', 'return pool.execute("SELECT 1 AS one") as never')
  const { problem } = (await call('listConversations')) as { problem: { value: string } }
  expect(problem).toMatchObject({ kind: 'wrong-value', exercise: 'database/list-conversations' })
  expect(problem.value).toContain('[[{"one":1}]')
  await lesson.write('list-conversations', 'return undefined as never')
  await until(() => changes > 0)
  expect(await call('listConversations')).toHaveProperty('problem.value', 'undefined')
})

test('an endless loop is stopped, and the next call has its own process', async () => {
  await lesson.write('get-history', 'while (true) {}')
  await lesson.solve('list-conversations')
  await reopen({ limit: 5000 })
  const problem = { kind: 'timed-out', exercise: history.id }
  expect(await call('getHistory', 1)).toEqual({ problem })
  // The limit is short: on a busy machine it may hit this call too.
  await expect.poll(() => titlesOf('listConversations')).toContain('Weekend in Kazan')
})

test('process.exit, an uncaught error and a memory bomb end only the process', async () => {
  const ends = {
    'process.exit(0)': undefined,
    'void Promise.reject(new Error("uncaught")); await new Promise(() => {})': 'uncaught',
    'for (const all = []; ; ) all.push(Array(100_000).fill(0))': undefined,
  }
  for (const [body, message] of Object.entries(ends)) {
    await lesson.write('get-history', body)
    await reopen()
    const answer = await call('getHistory', 1)
    expect(answer, body).toMatchObject({ problem: { kind: 'died', exercise: history.id } })
    if (message) expect(answer).toHaveProperty('problem.thrown.message', message)
    expect(await call('about'), body).toHaveProperty('value.whole', false)
  }
})

test('a syntax error is reported with its place, and the other files go on working', async () => {
  await lesson.solve('list-conversations')
  await lesson.save('get-history', 'export async function getHistory(pool {\n')
  expect(await call('getHistory', 1)).toMatchObject({
    problem: {
      kind: 'threw',
      thrown: {
        message: expect.not.stringContaining(checkout.root),
        at: { file: 'lessons/11-database/3-get-history.ts', line: 1 },
      },
    },
  })
  expect(await titlesOf('listConversations')).toContain('Weekend in Kazan')
})

test('a function that is not exported is missing', async () => {
  await lesson.save('get-history', 'export const other = 1\n')
  const problem = { kind: 'missing', exercise: history.id }
  expect(await call('getHistory', 1)).toEqual({ problem })
  await lesson.save('database', 'export const createDatabase = () => ({})\n')
  await until(() => changes > 0)
  expect(await call('getHistory', 1)).toEqual({
    problem: { ...problem, exercise: 'database/database' },
  })
})

test('a file that is saved while the chat is open runs in its new state', async () => {
  expect(await call('listConversations')).toHaveProperty('problem.kind', 'not-written')
  await lesson.solve('list-conversations')
  await until(() => changes === 1)
  expect(await titlesOf('listConversations')).toContain('Weekend in Kazan')
})

test('a call that is running while a file is saved is answered', async () => {
  await lesson.write(
    'list-conversations',
    'await new Promise((done) => setTimeout(done, 1500)); return []',
  )
  await call('about')
  const asked = call('listConversations')
  await lesson.solve('get-history')
  await until(() => changes === 1)
  expect(await asked).toEqual({ value: [] })
})

test('the process ends when nobody has asked for a while, and comes back on demand', async () => {
  await reopen({ idle: 5000 })
  await lesson.solve('list-conversations')
  await call('listConversations')
  expect(await connections()).toBeGreaterThan(0)
  await until(async () => (await connections()) === 0)
  expect(await titlesOf('listConversations')).toContain('Weekend in Kazan')
})

// --- internal ---

/** The limit is long, so that a busy machine does not decide the result. */
function open(options: Partial<ChatOptions> = {}): void {
  changes = 0
  chat = openChat(access, { onChange: () => changes++, limit: 60_000, ...options })
}

async function reopen(options?: Partial<ChatOptions>): Promise<void> {
  await chat[Symbol.asyncDispose]()
  open(options)
}

function call(name: ChatCallName, ...args: unknown[]): Promise<ChatAnswer> {
  return chat.call(name, args)
}

async function titlesOf(name: ChatCallName, ...args: unknown[]): Promise<string[]> {
  const answer = await call(name, ...args)
  if ('problem' in answer) throw new Error(JSON.stringify(answer))
  return (answer.value as { title: string }[]).map(({ title }) => title)
}

/** The student's connections, apart from the one that counts. */
async function connections(): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW PROCESSLIST')
  return rows.length - 1
}
