import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findExercise, listLessons } from '../content/lessons.ts'
import { solutionOf } from '../content/stubs.ts'
import { root } from '../paths.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import type { Verdict } from '../verdict.ts'

// The three reporters, on one answer that passes, one that fails, one that crashes and a stub.

const [right, wrong, broken, stub] = [
  'ddl/create-database',
  'dml/rename',
  'dml/delete-conversation',
  'dml/add-message',
].map(findExercise) as [Exercise, Exercise, Exercise, Exercise]
type Exercise = ReturnType<typeof findExercise>
const ids = [right, wrong, broken, stub].map(({ id }) => id)

let checkout: Checkout
beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  writeFileSync(checkout.at(right.file), solutionOf(right))
  writeFileSync(
    checkout.at(wrong.file),
    solutionOf(wrong).replace(/WHERE id = \?/, 'WHERE id <> ?'),
  )
  writeFileSync(checkout.at(broken.file), 'export const a = <&"\n')
})
afterAll(() => checkout[Symbol.asyncDispose]())

test('json is a list of verdicts', async () => {
  const { code, stdout } = await report('json', ...ids)
  const verdicts = JSON.parse(stdout) as Verdict[]
  expect({ code, statuses: verdicts.map(({ status }) => status) }).toEqual({
    code: 1,
    statuses: ['passed', 'failed', 'crashed', 'not-started'],
  })
})

test('junit is well-formed, with a suite for each exercise', async () => {
  const { code, stdout } = await report('junit', ...ids)
  expect(code).toBe(1)
  const suites = readSuites(stdout)
  expect(suites.map(({ name }) => name)).toEqual(ids)
  const [passed, failed, crashed, skipped] = suites
  expect(passed!.counts).toMatchObject({ failures: '0', errors: '0', skipped: '0' })
  expect(Number(failed!.counts.failures)).toBeGreaterThan(0)
  expect(crashed!.counts).toMatchObject({ failures: '1', errors: '0' })
  expect(skipped!.counts).toMatchObject({ tests: '1', failures: '0', skipped: '1' })
})

test('github names file, line and reason of each failure', async () => {
  const { code, stdout } = await report('github', ...ids)
  expect(code).toBe(1)
  const commands = stdout.split('\n').filter((line) => line.startsWith('::'))
  expect(commands.some((line) => line.includes(`file=${slashed(right)}`))).toBe(false)
  expect(commands.some((line) => line.startsWith(`::error file=${slashed(wrong)},`))).toBe(true)
  expect(commands.some((line) => line.startsWith(`::error file=${slashed(broken)},`))).toBe(true)
  expect(commands.some((line) => line.startsWith(`::warning file=${slashed(stub)},`))).toBe(true)
  for (const line of commands) expect(line).toMatch(/^::(error|warning) file=[^:]+::./)
})

test('an unknown reporter is refused before anything runs', async () => {
  const { code, stderr } = await checkout.run(['check', '--reporter', 'tap'])
  expect(code).toBe(2)
  expect(stderr).toContain('json, junit, github')
})

test("GitHub Classroom's example checks each lesson, and its first command runs", async () => {
  const file = path.join(root, '.github', 'classroom', 'autograding.json')
  const { tests } = JSON.parse(readFileSync(file, 'utf8')) as { tests: { run: string }[] }
  const commands = tests.map(({ run }) => run.replace('npm run -s check -- ', '').split(' '))
  const lessons = listLessons()
  expect(commands).toEqual(lessons.map(({ id }) => [id, '--reporter', 'github']))
  expect((await checkout.run(['check', ...commands[0]!])).code).toBe(1)
  for (const exercise of lessons[0]!.exercises)
    writeFileSync(checkout.at(exercise.file), solutionOf(exercise))
  expect((await checkout.run(['check', ...commands[0]!])).code).toBe(0)
})

// --- internal ---

function report(reporter: string, ...exercises: string[]) {
  return checkout.run(['check', ...exercises, '--reporter', reporter])
}

function slashed({ file }: Exercise): string {
  return path.relative(root, file).split(path.sep).join('/')
}

interface Suite {
  name: string
  counts: Record<string, string>
}

/** Reads the suites, and throws when a tag is not closed or an attribute or a text is not escaped. */
function readSuites(xml: string): Suite[] {
  const open: string[] = []
  const suites: Suite[] = []
  const [declaration, ...rest] = xml.trim().split('\n')
  expect(declaration).toBe('<?xml version="1.0" encoding="UTF-8"?>')
  const tag = /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/y
  const text = /[^<]+/y
  const body = rest.join('\n')
  for (let at = 0; at < body.length;) {
    text.lastIndex = tag.lastIndex = at
    const [found, end, name = '', attributes = '', alone] = tag.exec(body) ?? text.exec(body) ?? []
    if (!found) throw new Error(`No XML: ${body.slice(at, at + 100)}`)
    expect(found).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/)
    at += found.length
    if (!name) continue
    if (end) expect(open.pop()).toBe(name)
    else if (!alone) open.push(name)
    if (end || name !== 'testsuite') continue
    const values = Object.fromEntries(
      [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    ) as Record<string, string>
    suites.push({ name: values.name!, counts: values })
  }
  expect(open).toEqual([])
  return suites
}
