import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lessonsIn, listExercises, listLessons } from '../content/lessons.ts'
import { parsePage } from '../content/pages.ts'
import { makeStub, solutionOf, stubOf, withoutAnswer } from '../content/stubs.ts'
import { languages } from '../language/language.ts'
import { root } from '../paths.ts'
import { runCommand } from '../system/command.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'

let teacher: Checkout
let handout: string
const [first] = listExercises().filter(({ language }) => language === 'ts')

beforeAll(async () => {
  teacher = await copyCheckout()
  handout = path.join(path.dirname(teacher.root), 'handout')
  // A copy lacks the known answers.
  mkdirSync(teacher.at(first!.alternatives))
  writeFileSync(path.join(teacher.at(first!.alternatives), 'other.ts'), 'export {}\n')
  git('init', '--quiet')
  git('add', '--all', '--', '.', ':!node_modules')
  git('-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '--quiet', '-m', 'today')
  writeFileSync(path.join(teacher.root, 'passwords.txt'), 'of the class')
  const { code, stderr } = await teacher.run(['class', 'handout', '--out', handout])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
afterAll(() => teacher[Symbol.asyncDispose]())

test('every stub comes out the same without the answer', () => {
  for (const exercise of listExercises()) {
    const bare = withoutAnswer(readFileSync(exercise.solution, 'utf8'))
    expect(makeStub(bare), exercise.id).toBe(stubOf(exercise))
  }
})

test('no solution is in it, and nothing that was not committed', () => {
  const theirs = lessonsIn(handout).flatMap(({ exercises }) => exercises)
  expect(theirs.map(({ id }) => id).toSorted()).toEqual(
    listExercises()
      .map(({ id }) => id)
      .toSorted(),
  )
  for (const exercise of theirs) {
    const ours = listExercises().find(({ id }) => id === exercise.id)!
    expect(solutionOf(exercise), exercise.id).not.toBe(solutionOf(ours))
    expect(readFileSync(exercise.file, 'utf8')).toBe(stubOf(ours))
    for (const answers of [exercise.mistakes, exercise.alternatives])
      expect(existsSync(answers), answers).toBe(false)
  }
  expect(existsSync(path.join(handout, 'passwords.txt'))).toBe(false)
})

test('its pages say that solutions come later, and are otherwise the same', () => {
  for (const { folder } of listLessons())
    for (const language of languages) {
      const name = path.join('docs', ...(language === 'en' ? [] : [language]), `${folder}.md`)
      const [ours, theirs] = [root, handout].map((base) =>
        parsePage(readFileSync(path.join(base, name), 'utf8')),
      ) as [ReturnType<typeof parsePage>, ReturnType<typeof parsePage>]
      const texts = new Set(theirs.exercises.map(({ solution }) => solution))
      expect(texts.size, name).toBe(1)
      expect([...texts][0]).toMatch(/publishes this solution later|опубликует позже/)
      const other = (page: typeof ours) =>
        page.exercises.map(({ line: _line, solution: _solution, ...rest }) => rest)
      expect(other(theirs)).toEqual(other(ours))
    }
})

test('an update from the whole workbook brings the solutions, and answers stay', async () => {
  symlinkSync(path.join(root, 'node_modules'), path.join(handout, 'node_modules'), 'junction')
  const file = path.join(handout, path.relative(root, first!.file))
  writeFileSync(file, `${stubOf(first!)}\n// My thoughts.\n`)
  for (const again of [false, true]) {
    const { stdout } = await inHandout('solution', first!.id)
    expect(stdout).toContain(again ? 'Your teacher publishes this solution later.' : 'ask')
  }
  const { code, stderr } = await inHandout('update', teacher.root, '--yes')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(readFileSync(file, 'utf8')).toContain('// My thoughts.')
  for (const exercise of listExercises())
    expect(
      readFileSync(path.join(handout, path.relative(root, exercise.solution)), 'utf8'),
      exercise.id,
    ).toBe(readFileSync(exercise.solution, 'utf8'))
})

test('a folder with something in it is left alone', async () => {
  const { code, stderr } = await teacher.run(['class', 'handout', '--out', handout])
  expect(code).toBe(2)
  expect(stderr).toContain('is not empty')
})

// --- internal ---

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: teacher.root, stdio: 'ignore' })
}

function inHandout(...args: string[]) {
  const script = (name: string) => path.join(handout, 'workbook', name)
  return runCommand(process.execPath, [script('run.js'), script('cli.ts'), ...args], {
    env: teacher.environment({ WORKBOOK_STATE: path.join(handout, '.workbook') }),
  })
}
