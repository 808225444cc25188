import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findExercise, listExercises } from '../content/lessons.ts'
import { stubOf } from '../content/stubs.ts'
import { startActions, type ActionsSession } from '../testing/actions-session.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { faultTable, sentence } from '../testing/fault-table.ts'

const tells = faultTable()

// What the page's editor may read and write: an exercise's own file, and only as the page has seen it.

const exercise = findExercise('ddl/create-tables')
const drill = listExercises().find(({ language }) => language === 'sql')!

let checkout: Checkout
let session: ActionsSession
let file: string

beforeAll(async () => {
  checkout = await copyCheckout()
  session = await startActions(checkout)
  file = checkout.at(exercise.file)
})
afterAll(async () => {
  session?.[Symbol.dispose]()
  await checkout?.[Symbol.asyncDispose]()
})
beforeEach(() => writeFileSync(file, stubOf(exercise)))

test('opens the file of an exercise and of a drill, and writes it', async () => {
  for (const one of [exercise, drill]) {
    const { text, version } = await open(one.id)
    expect(text).toBe(stubOf(one))
    const edited = `${text}\nмоё 'x'`
    const saved = await save({ exercise: one.id, text: edited, version })
    expect(readFileSync(checkout.at(one.file), 'utf8')).toBe(edited)
    expect(await open(one.id)).toEqual({ text: edited, version: saved.version })
  }
})

test('keeps the byte order mark and the line ends that most lines have', async () => {
  writeFileSync(file, '\uFEFFa\r\nb\r\nc\n')
  const { text, version } = await open()
  expect(text).toBe('a\nb\nc\n')
  const { version: next } = await save({ text: 'a\nB\nc\n', version })
  expect(readFileSync(file, 'utf8')).toBe('\uFEFFa\r\nB\r\nc\r\n')
  writeFileSync(file, 'a\nb\n')
  expect(await save({ text: 'a\n', version: next })).toHaveProperty('conflict')
  await save({ text: 'a\n\nb', version: (await open()).version })
  expect(readFileSync(file, 'utf8')).toBe('a\n\nb')
})

test('leaves a file alone that has changed meanwhile, and shows both', async () => {
  const { version } = await open()
  writeFileSync(file, 'theirs\n')
  const answer = await save({ text: 'mine\n', version })
  expect(answer).toMatchObject({ conflict: { text: 'theirs\n' } })
  expect(answer.stretches).toMatchObject([
    { same: false, mine: [{ number: 1 }], solution: [{ number: 1 }] },
  ])
  expect(readFileSync(file, 'utf8')).toBe('theirs\n')
  const { version: theirs } = answer.conflict as { version: string }
  const { backup } = await save({ text: 'mine\n', version: theirs, backUp: true })
  expect(readFileSync(file, 'utf8')).toBe('mine\n')
  expect(readFileSync(path.join(checkout.root, backup as string), 'utf8')).toBe('theirs\n')
  tells('nothing is overwritten, both texts are shown')
})

test('a file that was deleted is told about, and comes back only when the page has seen that', async () => {
  const { version } = await open()
  rmSync(file)
  expect(await ask('open')).toMatchObject({ code: 'FILE_SYSTEM' })
  const answer = await save({ text: 'mine\n', version })
  expect(answer.conflict).toEqual({ text: '', version: '' })
  await save({ text: 'mine\n', version: '' })
  expect(readFileSync(file, 'utf8')).toBe('mine\n')
})

test('what is not UTF-8 is neither shown nor overwritten', async () => {
  const bytes = Buffer.from([0x63, 0xe9, 0x0a])
  writeFileSync(file, bytes)
  expect(await ask('open')).toMatchObject({ code: 'FILE_SYSTEM' })
  expect(await save({ text: 'x', version: 'guessed' })).toMatchObject({ code: 'FILE_SYSTEM' })
  expect(readFileSync(file)).toEqual(bytes)
  tells('neither shown nor overwritten')
})

test('only the id of an exercise names a file, and only with the token', async () => {
  const before = snapshot()
  const names = [
    '../../.env',
    '../04-ddl/2-create-tables',
    `${exercise.id}/../add-indexes`,
    'lessons/04-ddl/2-create-tables.ts',
    file,
    exercise.key,
    'ddl',
    'no/such',
    '__proto__',
    ['ddl/create-tables'],
    null,
    7,
  ]
  for (const name of names) {
    const input = {
      exercise: name,
      text: 'x',
      version: '',
      path: '../README.md',
      file: 'README.md',
    }
    for (const action of ['open', 'save'])
      expect(await ask(action, input), String(name)).toMatchObject({ code: 'UNKNOWN_EXERCISE' })
  }
  const { version } = await open()
  for (const token of ['', 'another', 'only-the-page-knows?']) {
    const input = { exercise: exercise.id, text: 'x', version }
    for (const action of ['editor/open', 'editor/save'])
      expect((await session.ask(action, input, token)).status, token).toBe(403)
  }
  expect(snapshot()).toEqual(before)
  tells(`403 without the token; with it: ${sentence('action.no-exercise')}`)
})

test('what is not an edit is refused', async () => {
  const { version } = await open()
  for (const edit of [{}, { text: 7, version }, { text: 'x' }, { text: null, version }])
    expect(await save(edit)).toMatchObject({ code: 'BAD_COMMAND' })
  expect(readFileSync(file, 'utf8')).toBe(stubOf(exercise))
})

test('the page cannot choose where to write: a path beside the id is not looked at', async () => {
  const { version } = await open()
  await save({ text: 'mine\n', version, file: '../../README.md', path: 'README.md' })
  expect(readFileSync(file, 'utf8')).toBe('mine\n')
  const [mine, theirs] = [checkout.root, process.cwd()].map((root) =>
    readFileSync(path.join(root, 'README.md'), 'utf8'),
  )
  expect(mine).toBe(theirs)
  tells('only the file of the exercise is written')
})

// --- internal ---

async function ask(action: string, input: object = {}) {
  return (await session.ask(`editor/${action}`, { exercise: exercise.id, ...input })).body
}

async function open(id = exercise.id): Promise<{ text: string; version: string }> {
  return (await ask('open', { exercise: id })) as { text: string; version: string }
}

function save(edit: object) {
  return ask('save', edit)
}

/** The time and the size of some files beside the lessons, and the file itself. */
function snapshot(): string[] {
  const files = [
    file,
    ...['README.md', 'package.json'].map((name) => path.join(checkout.root, name)),
  ]
  return files.map((one) => `${readFileSync(one, 'utf8')} ${statSync(one).mtimeMs}`)
}
