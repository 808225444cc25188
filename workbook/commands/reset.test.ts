import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { makeStub, stubOf } from '../content/stubs.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { faultTable } from '../testing/fault-table.ts'

const tells = faultTable()

const [first] = listExercises()
const exercise = first!
const { id } = exercise
const shown = displayPath(exercise.file)
const answer = '\uFEFF// my own work, привет\r\nexport const solved = true\r\n'

test('reset keeps the previous text and can restore it', async () => {
  await using checkout = await copyCheckout()
  await save(checkout, answer)
  const reset = await checkout.run(['reset', id])
  expect(reset.code).toBe(0)
  expect(read(checkout)).toBe(stubOf(exercise))
  const [backup] = backups(checkout)
  expect(reset.stdout).toContain(backup)
  expect(readFileSync(path.join(checkout.root, backup!), 'utf8')).toBe(answer)
  expect(reset.stdout).toContain(`npm run reset -- ${id} --undo`)
  const undo = await checkout.run(['reset', id, '--undo'])
  expect(undo.code).toBe(0)
  expect(read(checkout)).toBe(answer)
  expect(leftovers(checkout)).toEqual([])
})

test('reset leaves an untouched file alone, whatever its line endings', async () => {
  await using checkout = await copyCheckout()
  const windows = stubOf(exercise).replaceAll('\n', '\r\n')
  await save(checkout, windows)
  const { code, stdout } = await checkout.run(['reset', id])
  expect(code).toBe(0)
  expect(stdout).toContain(`${shown} is still what it was at the start; it was left alone.`)
  expect(read(checkout)).toBe(windows)
  expect(backups(checkout)).toEqual([])
})

test('reset creates a missing file, and its folder', async () => {
  await using checkout = await copyCheckout()
  await rm(path.join(checkout.root, 'lessons'), { recursive: true })
  const { code, stdout } = await checkout.run(['reset', id])
  expect(code).toBe(0)
  expect(stdout).toContain('was missing; it has been restored')
  expect(read(checkout)).toBe(stubOf(exercise))
})

test('no backup is ever overwritten, and undoing swaps the file with the latest backup', async () => {
  await using checkout = await copyCheckout()
  const texts = ['// one\n', '// two\n', '// three\n']
  for (const text of texts) {
    await save(checkout, text)
    expect((await checkout.run(['reset', id])).code).toBe(0)
  }
  await save(checkout, '// four\n')
  await checkout.run(['reset', id, '--undo'])
  expect(read(checkout)).toBe('// three\n')
  await checkout.run(['reset', id, '--undo'])
  expect(read(checkout)).toBe('// four\n')
  const kept = backups(checkout).map((file) => readFileSync(path.join(checkout.root, file), 'utf8'))
  expect(kept).toEqual([...texts, '// four\n', '// three\n'])
})

test('the latest backup is the one made last, even when the clock went back', async () => {
  await using checkout = await copyCheckout()
  const folder = path.join(checkout.state, 'backups', path.dirname(exercise.key))
  const future = `${path.basename(exercise.key)}.2199-12-31T23-59-59-999Z.ts`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, future), '// from the future\n')
  await save(checkout, '// made last\n')
  await checkout.run(['reset', id])
  await checkout.run(['reset', id, '--undo'])
  expect(read(checkout)).toBe('// made last\n')
})

test('undoing without a backup is a wrong command', async () => {
  await using checkout = await copyCheckout()
  const { code, stderr } = await checkout.run(['reset', id, '--undo'])
  expect(code).toBe(2)
  expect(stderr).toContain(`There is no backup of ${id}.`)
})

test('resetting several exercises needs --yes where there is no terminal', async () => {
  await using checkout = await copyCheckout()
  const another = await addExercise(checkout)
  await save(checkout, answer)
  await writeFile(another, '// another answer\n')
  for (const query of ['all', exercise.lesson]) {
    const { code, stderr } = await checkout.run(['reset', query])
    expect(code).toBe(2)
    expect(stderr).toContain(`npm run reset -- ${query} --yes`)
    expect(stderr).toContain(shown)
  }
  expect(read(checkout)).toBe(answer)
  expect(backups(checkout)).toEqual([])
  const { code, stdout } = await checkout.run(['reset', 'all', '--yes'])
  expect(code).toBe(0)
  expect(stdout).toContain(`${shown} is back to what it was at the start.`)
  expect(read(checkout)).toBe(stubOf(exercise))
  expect(readFileSync(another, 'utf8')).toBe(makeStub(readFileSync(exercise.solution, 'utf8')))
  expect(backups(checkout)).toHaveLength(2)
})

test('reset starts the exercise over but remembers attempts and hints', async () => {
  await using checkout = await copyCheckout()
  const old = {
    status: 'passed',
    attempts: 7,
    hintsShown: 2,
    solutionAsked: true,
    lastPassedAt: '2026-06-18T10:00:00.000Z',
  }
  const file = path.join(checkout.state, 'progress.json')
  await mkdir(checkout.state, { recursive: true })
  await writeFile(file, JSON.stringify({ exercises: { [id]: old } }))
  await save(checkout, answer)
  await checkout.run(['reset', id])
  expect(JSON.parse(readFileSync(file, 'utf8')).exercises[id]).toEqual({
    ...old,
    status: 'not-started',
  })
})

test('reset gives the stub back after the student committed an answer', async () => {
  await using checkout = await copyCheckout()
  const git = (...args: string[]) =>
    promisify(execFile)('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      cwd: checkout.root,
    })
  await git('init', '--quiet')
  await save(checkout, answer)
  await git('add', '--force', 'lessons')
  await git('commit', '--quiet', '--message', 'my answer')
  expect((await checkout.run(['reset', id])).code).toBe(0)
  expect(read(checkout)).toBe(stubOf(exercise))
  expect((await git('status', '--short', 'lessons')).stdout).toContain(shown)
})

test('an id that leads out of the tree is refused', async () => {
  await using checkout = await copyCheckout()
  const outside = path.join(path.dirname(checkout.root), '1-outside.ts')
  await writeFile(outside, 'mine')
  const wrong = [
    '../1-outside',
    'lessons/../../1-outside.ts',
    outside,
    '..%2f1-outside',
    'con',
    '',
    '04-ddl/../../1-outside',
  ]
  for (const query of wrong) {
    const { code, stderr } = await checkout.run(['reset', query, '--yes'])
    expect({ query, code }).toEqual({ query, code: 2 })
    expect(stderr).toContain('There is no exercise')
  }
  expect(readFileSync(outside, 'utf8')).toBe('mine')
  tells('exit 2, and nothing is changed')
})

test('a folder in place of the file is named, and nothing is changed', async () => {
  await using checkout = await copyCheckout()
  const file = checkout.at(exercise.file)
  await rm(file)
  await mkdir(file)
  await writeFile(path.join(file, 'inside.txt'), 'mine')
  const { code, stderr } = await checkout.run(['reset', id])
  expect(code).toBe(3)
  expect(stderr).toContain(shown)
  expect(readFileSync(path.join(file, 'inside.txt'), 'utf8')).toBe('mine')
  tells('exit 3, and nothing is changed')
})

test('when no backup can be written, the answer stays', async () => {
  await using checkout = await copyCheckout()
  await save(checkout, answer)
  await mkdir(checkout.state, { recursive: true })
  await writeFile(path.join(checkout.state, 'backups'), 'a file in the way')
  const { code, stderr } = await checkout.run(['reset', id])
  expect(code).toBe(3)
  expect(stderr).toContain('could not be written')
  expect(read(checkout)).toBe(answer)
  expect(leftovers(checkout)).toEqual([])
  tells('exit 3; the answer stays')
})

function read(checkout: Checkout): string {
  return readFileSync(checkout.at(exercise.file), 'utf8')
}

async function save(checkout: Checkout, text: string): Promise<void> {
  await writeFile(checkout.at(exercise.file), text)
}

/** As the command names them, in the order of their names. */
function backups(checkout: Checkout): string[] {
  const folder = path.join(checkout.state, 'backups')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ['.workbook', 'backups', ...name.split(path.sep)].join('/'))
    .toSorted()
}

function leftovers(checkout: Checkout): string[] {
  return readdirSync(checkout.root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.tmp') && !name.startsWith('node_modules'),
  )
}

/** A second exercise in the first lesson, whatever the checkout has. */
async function addExercise(checkout: Checkout): Promise<string> {
  const name = '99-one-more.ts'
  await copyFile(exercise.solution, path.join(path.dirname(checkout.at(exercise.solution)), name))
  return path.join(path.dirname(checkout.at(exercise.file)), name)
}
