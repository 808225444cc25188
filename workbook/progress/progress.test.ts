import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Status, Verdict } from '../verdict.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'workbook-progress-'))
process.env.WORKBOOK_STATE = folder
const { importProgress } = await import('./import.ts')
const { hardest, hardestLessons, summarise, takeTurns } = await import('./rules.ts')
const { watchProgress } = await import('./watch.ts')
const { changeProgress, noteProgress, progressFile, progressOf, readProgress, recordVerdict } =
  await import('./progress.ts')
const { WorkbookError } = await import('../errors.ts')
const { findExercises, listExercises } = await import('../content/lessons.ts')
const { renamed } = await import('../content/renamed.ts')
const { root } = await import('../paths.ts')
const [tour, first, second] = listExercises()
const day = 24 * 60

beforeEach(() => changeProgress(() => ({ exercises: {} })))
afterAll(() => rm(folder, { recursive: true }))

test('time is what passes between checks, of any exercise, without the long pauses', () => {
  check(first!.id, 'failed', 0)
  check(first!.id, 'failed', 10)
  check(first!.id, 'failed', 40)
  check(first!.id, 'passed', 44)
  check(second!.id, 'passed', 50)
  check(second!.id, 'passed', 55)
  expect(progressOf(first!).secondsSpent).toBe(14 * 60)
  expect(progressOf(second!).secondsSpent).toBe(6 * 60)
})

test('what was done under an id that has changed counts under the new one', () => {
  const old = { status: 'passed', attempts: 3, hintsShown: 1, solutionAsked: false }
  writeFileSync(progressFile, JSON.stringify({ exercises: { 'concepts/inspect-table': old } }))
  expect(progressOf({ id: 'cursor/inspect-table' })).toEqual(old)
  expect(readProgress().exercises).not.toHaveProperty('concepts/inspect-table')
  expect(findExercises('concepts/inspect-table').map(({ id }) => id)).toEqual([
    'cursor/inspect-table',
  ])
  for (const id of Object.values(renamed)) expect(findExercises(id)).toHaveLength(1)
  importProgress({ exercises: { 'concepts/foreign-keys': old } }, 'replace')
  expect(progressOf({ id: 'cursor/foreign-keys' }).status).toBe('passed')
})

test('challenges wait until nothing else is left', () => {
  const all = [
    { id: 'a', mark: 'challenge' as const },
    { id: 'b', mark: 'warm-up' as const },
  ]
  const done = { status: 'passed' as const, attempts: 1, hintsShown: 0, solutionAsked: false }
  expect(summarise(all, { exercises: {} }).next).toBe('b')
  expect(summarise(all, { exercises: { b: done } }).next).toBe('a')
  expect(summarise(all, { exercises: { a: done, b: done } }).next).toBeNull()
})

test('failures in a row are counted until a pass, and the hardest is the one that took most', () => {
  for (const minute of [0, 1, 2]) check(first!.id, 'failed', minute)
  expect(progressOf(first!).failures).toBe(3)
  check(first!.id, 'passed', 3)
  check(second!.id, 'passed', 4)
  expect(progressOf(first!).failures).toBe(0)
  expect(hardest([second!.id, first!.id], readProgress())).toBe(first!.id)
})

test('a review takes questions from the lessons that took most, one from each in turn', () => {
  const one = { status: 'passed', attempts: 1, hintsShown: 0, solutionAsked: false } as const
  const lessons = ['calm', 'hard', 'new', 'stuck'].map((id) => ({
    id,
    exercises: [{ id }, { id: `${id}-2` }],
  }))
  const exercises = {
    calm: one,
    'calm-2': one,
    hard: { ...one, attempts: 5 },
    'hard-2': one,
    stuck: { ...one, status: 'failed', hintsShown: 1 } as const,
  }
  const hard = hardestLessons(lessons, { exercises }).map(({ id }) => id)
  // Two exercises of "hard" took six attempts; "new" was not tried.
  expect(hard.toSorted()).toEqual(['calm', 'hard', 'stuck'])
  expect(hard.at(-1)).toBe('calm')
  const lists = [['a1', 'a2'], [], ['b1', 'b2', 'b3']]
  expect(takeTurns(lists, { count: 3, from: 1 })).toEqual(['a2', 'b2', 'a1'])
  expect(takeTurns([['a1', 'a2']], { count: 3, from: 2 })).toEqual(['a1', 'a2'])
  expect(takeTurns([], { count: 3, from: 2 })).toEqual([])
})

test('a stub that is saved is not an attempt, but its student is at work', () => {
  check(first!.id, 'not-started', 0)
  check(first!.id, 'failed', 5)
  expect(progressOf(first!)).toMatchObject({ attempts: 1, secondsSpent: 5 * 60 })
})

test('a file with something else in it is kept beside a new start', async () => {
  for (const text of ['{"exercises":', '[]']) {
    writeFileSync(progressFile, text)
    check(first!.id, 'passed', 0)
    expect(progressOf(first!).status).toBe('passed')
  }
  const kept = (await readdir(folder)).filter((name) => name.endsWith('.unreadable'))
  const texts = kept.map((name) => readFileSync(path.join(folder, name), 'utf8'))
  expect(texts.toSorted()).toEqual(['[]', '{"exercises":'])
})

test('a file that cannot be read is not overwritten', async () => {
  await rm(progressFile)
  await mkdir(progressFile)
  expect(readProgress()).toEqual({ exercises: {} })
  expect(() => check(first!.id, 'passed', 0)).toThrow(WorkbookError)
  await rm(progressFile, { recursive: true })
})

test('a solved exercise is offered again after 3, 7, 21 and 60 days, each time that it is solved again', () => {
  let now = 0
  check(first!.id, 'passed', now)
  for (const days of [3, 7, 21, 60, 60]) {
    expect(due(now + days * day - 1)).toEqual([])
    now += days * day
    expect(due(now)).toEqual([first!.id])
    noteProgress(first!, { status: 'not-started' })
    expect(due(now)).toEqual([])
    check(first!.id, 'passed', now)
  }
})

test('checking an old answer again is not solving it again', () => {
  check(first!.id, 'passed', 0)
  check(first!.id, 'passed', 4 * day)
  expect(due(4 * day)).toEqual([first!.id])
  expect(progressOf(first!).lastPassedAt).toBe(at(4 * day))
})

test('an import that replaces keeps the old progress as a backup', () => {
  check(first!.id, 'passed', 0)
  const old = readProgress()
  const { backup } = importProgress({ exercises: { [second!.id]: entry } }, 'replace')
  expect(readProgress()).toEqual({ exercises: { [second!.id]: entry } })
  expect(JSON.parse(readFileSync(path.resolve(root, backup!), 'utf8'))).toEqual(old)
})

test('an import that merges takes the later state, the higher counts and the earliest pass', () => {
  check(first!.id, 'passed', 20)
  const given = {
    ...entry,
    attempts: 7,
    firstPassedAt: at(1),
    lastPassedAt: at(1),
    lastCheckedAt: at(3),
  }
  importProgress({ exercises: { [first!.id]: { ...given, status: 'failed' } } }, 'merge')
  expect(progressOf(first!)).toMatchObject({
    status: 'passed',
    attempts: 7,
    firstPassedAt: at(1),
    lastPassedAt: at(20),
  })
})

test('what was exported can be imported', () => {
  check(tour!.id, 'passed', 0)
  check(first!.id, 'timed-out', 1)
  const exported = JSON.parse(JSON.stringify(readProgress())) as unknown
  importProgress(exported, 'replace')
  expect(readProgress()).toEqual(exported)
})

const refused: [string, unknown][] = [
  ['nothing', null],
  ['a list', []],
  ['no exercises', {}],
  ['something beside the exercises', { exercises: {}, more: 1 }],
  ['an exercise that is not there', { exercises: { 'ddl/nothing': entryOf() } }],
  ['a prototype', JSON.parse('{"exercises":{"__proto__":{}}}')],
  ['a missing field', { exercises: { [first!.id]: { status: 'passed' } } }],
  ['an unknown field', { exercises: { [first!.id]: entryOf({ markup: '<b>' }) } }],
  ['a count below zero', { exercises: { [first!.id]: entryOf({ attempts: -1 }) } }],
  ['a status of no kind', { exercises: { [first!.id]: entryOf({ status: 'blocked' }) } }],
  [
    'a moment that is none',
    { exercises: { [first!.id]: entryOf({ lastPassedAt: '2026-13-01T00:00:00.000Z' }) } },
  ],
  ['steps that are not texts', { exercises: { [first!.id]: entryOf({ steps: [1] }) } }],
]
test.each(refused)('an import with %s is refused, and nothing changes', (_name, input) => {
  check(first!.id, 'passed', 0)
  const before = readProgress()
  expect(() => importProgress(input, 'replace')).toThrow(
    expect.objectContaining({ code: 'BAD_COMMAND' }),
  )
  expect(readProgress()).toEqual(before)
})

test('a watcher is told of each change', async () => {
  const told = vi.fn()
  await using _watch = watchProgress(told)
  await expect
    .poll(() => {
      noteProgress(first!, { hintsShown: (progressOf(first!).hintsShown ?? 0) + 1 })
      return told.mock.lastCall?.[0].exercises[first!.id]?.hintsShown ?? 0
    })
    .toBeGreaterThan(1)
})

// --- internal ---

const entry = entryOf()

function entryOf(more: object = {}): object {
  return { status: 'passed', attempts: 1, hintsShown: 0, solutionAsked: false, ...more }
}

/** Minutes after a fixed moment. */
function at(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString()
}

function check(exercise: string, status: Status, minutes: number): void {
  const verdict: Verdict = { exercise, status, tests: [], duration: 1, seed: 1, at: at(minutes) }
  recordVerdict(verdict)
}

function due(minutes: number): string[] {
  const ids = listExercises().map(({ id }) => id)
  return summarise(
    ids.map((id) => ({ id })),
    readProgress(),
    Date.parse(at(minutes)),
  ).revisit
}
