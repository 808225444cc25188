import { afterAll, expect, test } from 'vitest'
import { findExercise } from '../content/lessons.ts'
import { solutionOf, stubOf } from '../content/stubs.ts'
import { openLanguageHelp } from './language.ts'

const exercise = findExercise('dml/rename')
const { file } = exercise
const help = openLanguageHelp()
afterAll(() => help[Symbol.asyncDispose]())

test('finds no fault in a stub and in a solution, and each fault at its place', async () => {
  expect(help.running).toBe(false)
  for (const text of [stubOf(exercise), solutionOf(exercise)])
    expect(await help.ask('diagnose', { file, text })).toEqual([])
  const text = stubOf(exercise).replace("throw new Error('TODO')", "return id * 'x'.length")
  const [fault, ...more] = await help.ask('diagnose', { file, text })
  expect(more).toEqual([])
  expect(text.slice(fault!.from, fault!.to)).toBe('return')
  expect(fault!.message).toContain('(TS2322)')
})

test('completes what the driver offers, and explains it', async () => {
  const text = stubOf(exercise).replace("throw new Error('TODO')", 'connection.exe')
  const start = text.lastIndexOf('connection.exe')
  const at = start + 'connection.exe'.length
  const completions = await help.ask('complete', { file, text, at })
  expect(text.slice(completions!.from, at)).toBe('exe')
  expect(completions!.options.map(({ label }) => label)).toContain('execute')
  const offered = await help.ask('explain', { file, text, at, completion: 'execute' })
  expect(offered!.declaration).toContain('(method) execute<T')
  const there = await help.ask('explain', { file, text, at: start })
  expect(there!.declaration).toBe('(parameter) connection: Connection')
  expect(text.slice(there!.from, there!.to)).toBe('connection')
  expect(await help.ask('explain', { file, text, at: text.length })).toBeNull()
})

test('an enum, which the judge lets pass, is not a fault', async () => {
  const text = `${stubOf(exercise)}\nexport enum Answer { yes, no }\n`
  expect(await help.ask('diagnose', { file, text })).toEqual([])
})

test('an exercise sees the student’s other files as they are on the disk', async () => {
  const { file } = findExercise('database/database')
  const text = "import { search } from './7-search.ts'\nexport const found: number = search\n"
  const [fault] = await help.ask('diagnose', { file, text })
  expect(fault!.message).toContain('is not assignable to type')
})

test('a question that nobody waits for is left out, and one after the end starts it again', async () => {
  await using own = openLanguageHelp({ idle: 0 })
  const left = new AbortController()
  left.abort()
  await expect(own.ask('diagnose', { file, text: 'a b' }, left.signal)).rejects.toThrow('abort')
  expect(own.running).toBe(false)
  expect(await own.ask('diagnose', { file, text: 'const a: number = 1' })).toEqual([])
  await expect.poll(() => own.running).toBe(false)
  expect(await own.ask('diagnose', { file, text: 'const a: number = 1' })).toEqual([])
})

test('an answer that takes too long ends the process', async () => {
  await using own = openLanguageHelp({ limit: 1 })
  await expect(own.ask('diagnose', { file, text: '' })).rejects.toThrow('SIGKILL')
})
