import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Account, DatabaseAccess } from '../database/types.ts'
import { findExercise, listLessons, type Exercise } from '../lessons.ts'
import { stubOf } from '../stubs.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import type { Chat, ChatOptions } from './chat.ts'
import type { ChatAnswer, ChatCallName } from './types.ts'

const { exercises } = listLessons().find(({ id }) => id === 'database')!
const whole = findExercise('database/database')
const history = findExercise('database/get-history')
const list = findExercise('database/list-conversations')

let checkout: Checkout
let access: DatabaseAccess
let connection: Connection
let openChat: typeof import('./chat.ts').openChat
let chat: Chat
let changes: number

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
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
  for (const exercise of exercises) await save(exercise, stubOf(exercise))
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

test('one function that is written works, before the module is put together', async () => {
  await solve(list)
  const titles = await titlesOf('listConversations')
  expect(titles).toEqual(['Empty conversation', 'Weekend in Kazan', 'First steps with SQL'])
  expect(await call('getHistory', 1)).toHaveProperty('problem.kind', 'not-written')
  expect(await titlesOf('listArchived')).toEqual(['Rename my cat'])
})

test('the whole module changes the practice database for real', async () => {
  for (const exercise of exercises) await solve(exercise)
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

test('what MySQL refuses comes with its code and the line of the student', async () => {
  for (const exercise of exercises) await solve(exercise)
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
  await write(history, "throw new RangeError('<b>no</b>')")
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

test('another value than the signature promises is shown', async () => {
  await write(list, 'return pool.execute("SELECT 1 AS one") as never')
  const { problem } = (await call('listConversations')) as { problem: { value: string } }
  expect(problem).toMatchObject({ kind: 'wrong-value', exercise: list.id })
  expect(problem.value).toContain('[[{"one":1}]')
  await write(list, 'return undefined as never')
  await expect.poll(() => changes).toBeGreaterThan(0)
  expect(await call('listConversations')).toHaveProperty('problem.value', 'undefined')
})

test('an endless loop is stopped, and the next call has a process of its own', async () => {
  await write(history, 'while (true) {}')
  await solve(list)
  await reopen({ limit: 2000 })
  const looping = call('getHistory', 1)
  expect(await looping).toEqual({ problem: { kind: 'timed-out', exercise: history.id } })
  expect(await titlesOf('listConversations')).toContain('Weekend in Kazan')
})

test('process.exit, an error that nobody catches and a memory bomb end only the process', async () => {
  const ends = {
    'process.exit(0)': undefined,
    'void Promise.reject(new Error("uncaught")); await new Promise(() => {})': 'uncaught',
    'for (const all = []; ; ) all.push(Array(100_000).fill(0))': undefined,
  }
  for (const [body, message] of Object.entries(ends)) {
    await write(history, body)
    await reopen({ limit: 60_000 })
    const answer = await call('getHistory', 1)
    expect(answer, body).toMatchObject({ problem: { kind: 'died', exercise: history.id } })
    if (message) expect(answer).toHaveProperty('problem.thrown.message', message)
    expect(await call('about'), body).toHaveProperty('value.whole', false)
  }
})

test('a syntax error is told with its place, and the other files go on working', async () => {
  await solve(list)
  await save(history, 'export async function getHistory(pool {\n')
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
  await save(history, 'export const other = 1\n')
  const problem = { kind: 'missing', exercise: history.id }
  expect(await call('getHistory', 1)).toEqual({ problem })
  await save(whole, 'export const createDatabase = () => ({})\n')
  await expect.poll(() => changes).toBeGreaterThan(0)
  expect(await call('getHistory', 1)).toEqual({ problem: { ...problem, exercise: whole.id } })
})

test('a file that is saved while the chat is open runs as it is now', async () => {
  expect(await call('listConversations')).toHaveProperty('problem.kind', 'not-written')
  await solve(list)
  await expect.poll(() => changes).toBe(1)
  expect(await titlesOf('listConversations')).toContain('Weekend in Kazan')
})

test('a call that is under way while a file is saved is answered', async () => {
  await write(list, 'await new Promise((done) => setTimeout(done, 1500)); return []')
  await call('about')
  const asked = call('listConversations')
  await solve(history)
  await expect.poll(() => changes).toBe(1)
  expect(await asked).toEqual({ value: [] })
})

test('the process is ended when nobody has asked for a while, and comes back when asked', async () => {
  await reopen({ idle: 100 })
  await solve(list)
  await call('listConversations')
  expect(await connections()).toBeGreaterThan(0)
  await expect.poll(connections).toBe(0)
  expect(await titlesOf('listConversations')).toContain('Weekend in Kazan')
})

// --- internal ---

function open(options: Partial<ChatOptions> = {}): void {
  changes = 0
  chat = openChat(access, { onChange: () => changes++, ...options })
}

async function reopen(options: Partial<ChatOptions>): Promise<void> {
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

function save(exercise: Exercise, source: string): Promise<void> {
  return writeFile(checkout.at(exercise.file), source)
}

function solve(exercise: Exercise): Promise<void> {
  return cp(exercise.solution, checkout.at(exercise.file))
}

/** The stub, with a body. */
function write(exercise: Exercise, body: string): Promise<void> {
  return save(exercise, stubOf(exercise).replace("throw new Error('TODO')", body))
}
