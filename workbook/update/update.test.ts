import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { once } from 'node:events'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { listExercises, type Exercise } from '../content/lessons.ts'
import { solutionOf, stubOf } from '../content/stubs.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { nextVersion, type NextVersion } from '../testing/next-version.ts'

const functions = listExercises().filter(({ language }) => language === 'ts')
const solved = functions.slice(1, 11)
const half = functions.slice(11, 16)
const [changed, moved, renamed, removed] = solved as [Exercise, Exercise, Exercise, Exercise]
const [merged, conflicting, onlyMoved, halfRemoved] = half as [
  Exercise,
  Exercise,
  Exercise,
  Exercise,
]

let next: NextVersion
beforeAll(async () => {
  next = await nextVersion()
  next.addLine(changed)
  next.move(moved, 91)
  next.rename(renamed, 'another-name')
  next.remove(removed)
  next.addLine(merged)
  next.changeTask(conflicting)
  next.move(onlyMoved, 92)
  next.remove(halfRemoved)
  next.addLine(functions[20]!)
  await next.add('ddl/brand-new')
})
afterAll(() => next[Symbol.asyncDispose]())

test('ten solved and five half-written answers survive under the files of the newer version', async () => {
  await using here = await student()
  const { code, stdout } = await here.run(['update', next.root, '--yes'])
  expect({ code, stdout }).toMatchObject({ code: 0 })
  expectUpdated(here)
  expect(stdout).toContain(`lessons/${conflicting.key}.new.ts`)
  expect(textAt(here, `lessons/${conflicting.key}.new.ts`)).toContain('Another task')
  const progress = JSON.parse((await here.run(['progress', '--json'])).stdout)
  expect(progress.passed).toBe(9)
  const again = await here.run(['update', next.root, '--yes'])
  expect(again.stdout).toContain('nothing new')
})

test('before it does anything it says what is new, and without a yes it does nothing', async () => {
  await using here = await student()
  const before = treeOf(here.root)
  const { code, stdout, stderr } = await here.run(['update', next.root])
  expect(code).toBe(2)
  expect(stdout).toContain('A brand new line of the change log')
  expect(stdout).toContain(`${moved.id} (${moved.key} →`)
  expect(stderr).toContain('--yes')
  expect(treeOf(here.root)).toEqual(before)
})

test('an update can be undone, and what was written since is kept', async () => {
  await using here = await student()
  const before = treeOf(here.root)
  await here.run(['update', next.root, '--yes'])
  const later = half[4]!
  writeFileSync(path.join(here.root, 'lessons', `${merged.key}.ts`), '// written since\n')
  const { code, stdout } = await here.run(['update', '--undo'])
  expect(code).toBe(0)
  expect(treeOf(here.root)).toEqual(before)
  const [, backup] = /kept in (\S+)\./.exec(stdout)!
  expect(textAt(here, backup!)).toBe('// written since\n')
  expect(textAt(here, `lessons/${later.key}.ts`)).toContain('half of')
  expect(JSON.parse((await here.run(['progress', '--json'])).stdout).passed).toBe(10)
  expect((await here.run(['update', '--undo'])).code).toBe(0)
  expect(existsSync(path.join(here.root, 'solutions', next.keyOf(moved) + '.ts'))).toBe(true)
})

test('after kill -9, whenever it comes, the next command finishes the update', async () => {
  for (const delay of [0, 5, 20, 60]) {
    await using here = await student()
    const child = here.start(['update', next.root, '--yes'])
    const closed = once(child, 'close')
    const unfinished = path.join(here.state, 'update', 'unfinished')
    while (!existsSync(unfinished) && child.exitCode === null) await sleep(1)
    await sleep(delay)
    child.kill('SIGKILL')
    await closed
    expect((await here.run(['progress', '--json'])).code).toBe(0)
    expect(existsSync(unfinished)).toBe(false)
    expectUpdated(here)
  }
})

test('a half-finished update is finished by whatever command comes next', async () => {
  await using here = await student()
  await here.run(['update', next.root, '--yes'])
  const done = path.join(here.state, 'update', 'done')
  for (const name of ['workbook/cli.ts', 'package.json', `lessons/${merged.key}.ts`])
    cpSync(path.join(done, 'old', 'root', name), path.join(here.root, name))
  renameSync(done, path.join(here.state, 'update', 'unfinished'))
  writeFileSync(path.join(here.root, 'workbook', 'cli.ts'), 'this is half a file')
  expect((await here.run(['progress'])).code).toBe(0)
  expectUpdated(here)
})

test('what is not a workbook is refused', async () => {
  await using here = await copyCheckout()
  for (const [source, message] of [
    [here.at('docs'), 'does not contain the workbook'],
    [path.join(here.root, 'README.md'), 'not a zip file'],
    ['nowhere.zip', 'no file or folder'],
    [undefined, 'does not say where'],
  ] as const) {
    const { code, stderr } = await here.run(['update', ...(source ? [source] : []), '--yes'])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  }
})

test('a check mentions a newer stub beside the answer, and a reset removes it', async () => {
  await using here = await copyCheckout({ server: true })
  writeFileSync(here.at(conflicting.newStub), '// newer\n')
  const { stdout } = await here.run(['check', conflicting.id])
  expect(stdout).toContain(`is beside your answer: lessons/${conflicting.key}.new.ts`)
  await here.run(['reset', conflicting.id])
  expect(existsSync(here.at(conflicting.newStub))).toBe(false)
})

// --- internal ---

/** A student in the middle of it. */
async function student(): Promise<Checkout> {
  const here = await copyCheckout()
  for (const exercise of solved) writeFileSync(here.at(exercise.file), solutionOf(exercise))
  for (const exercise of half) writeFileSync(here.at(exercise.file), halfOf(exercise))
  writeFileSync(path.join(here.root, '.env'), 'MYSQL_DB=ai_chat_mine\n')
  writeFileSync(path.join(here.root, 'notes.md'), 'mine\n')
  const passed = { status: 'passed', attempts: 1, hintsShown: 0, solutionAsked: false }
  const exercises = Object.fromEntries(solved.map(({ id }) => [id, passed]))
  mkdirSync(path.join(here.state, 'backups', 'x'), { recursive: true })
  writeFileSync(path.join(here.state, 'backups', 'x', 'old.ts'), 'a backup\n')
  writeFileSync(path.join(here.state, 'progress.json'), JSON.stringify({ exercises }))
  return here
}

function halfOf(exercise: Exercise): string {
  return stubOf(exercise)
    .replace(/^( *)\/\/ TODO:.*$/m, '$1// half of an answer')
    .replace("throw new Error('TODO')", "throw new Error('later')")
}

function expectUpdated(here: Checkout): void {
  const mine = (exercise: Exercise) => textAt(here, `lessons/${next.keyOf(exercise)}.ts`)
  expect(mine(changed)).toBe(`// A new line.\n${solutionOf(changed)}`)
  expect(mine(moved)).toBe(solutionOf(moved))
  expect(mine(renamed)).toBe(solutionOf(renamed))
  expect(mine(merged)).toBe(`// A new line.\n${halfOf(merged)}`)
  expect(mine(conflicting)).toBe(halfOf(conflicting))
  expect(mine(onlyMoved)).toBe(halfOf(onlyMoved))
  for (const exercise of solved.slice(4)) expect(mine(exercise)).toBe(solutionOf(exercise))
  const added = readdirSync(path.join(next.root, 'lessons', '04-ddl')).find((name) =>
    name.includes('brand-new'),
  )
  expect(textAt(here, `lessons/04-ddl/${added}`)).toBe(next.text(`lessons/04-ddl/${added}`))
  for (const gone of [moved, renamed, removed, onlyMoved, halfRemoved])
    expect(existsSync(here.at(gone.file))).toBe(false)
  const [kept] = readdirSync(
    path.join(here.state, 'backups', path.dirname(halfRemoved.key)),
  ).filter((name) => name.startsWith(path.basename(halfRemoved.key)))
  expect(textAt(here, `.workbook/backups/${path.dirname(halfRemoved.key)}/${kept}`)).toBe(
    halfOf(halfRemoved),
  )
  expect(textAt(here, '.env')).toBe('MYSQL_DB=ai_chat_mine\n')
  expect(textAt(here, 'notes.md')).toBe('mine\n')
  expect(textAt(here, '.workbook/backups/x/old.ts')).toBe('a backup\n')
  const theirs = Object.entries(treeOf(next.root)).filter(([name]) => !name.startsWith('lessons'))
  expect(treeOf(here.root)).toMatchObject(Object.fromEntries(theirs))
}

function textAt(here: Checkout, name: string): string {
  return readFileSync(path.join(here.root, name), 'utf8')
}

/** Every file with its text, without state and packages. */
function treeOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    names
      .filter((name) => !/^(?:node_modules|\.workbook|\.git)(?:$|[\\/])/.test(name))
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  )
}
