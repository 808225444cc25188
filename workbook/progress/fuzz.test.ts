import * as fc from '../testing/fuzz.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Progress } from './types.ts'

// Progress files that nobody foresaw: imported, or lying in the place of the student's own.

const folder = mkdtempSync(path.join(tmpdir(), 'workbook-progress-'))
process.env.WORKBOOK_STATE = folder
const { listExercises } = await import('../content/lessons.ts')
const { faultTable } = await import('../testing/fault-table.ts')
const { importProgress } = await import('./import.ts')
const { WorkbookError } = await import('../errors.ts')
const { changeProgress, nextExercise, noteProgress, progressFile, readProgress, recordVerdict } =
  await import('./progress.ts')
const { hardest, summarise } = await import('./rules.ts')

const tells = faultTable()
// Never the progress of this checkout.
expect(path.dirname(progressFile)).toBe(folder)
const all = listExercises()
const ids = all.map(({ id }) => id)
const [exercise] = all
const modes = ['merge', 'replace'] as const

beforeEach(() => changeProgress(() => ({ exercises: {} })))
afterAll(() => rmSync(folder, { recursive: true }))

/** Parsed from text, as what comes from outside is: `__proto__` is then a key like another. */
const anyJson = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown)
const moment = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
  .map((one) => one.toISOString())
const count = fc.nat()
const entry = fc.record(
  {
    status: fc.constantFrom('not-started', 'passed', 'failed', 'crashed', 'timed-out'),
    attempts: count,
    hintsShown: count,
    solutionAsked: fc.boolean(),
    failures: count,
    revisits: count,
    secondsSpent: count,
    firstPassedAt: moment,
    lastPassedAt: moment,
    lastSolvedAt: moment,
    lastCheckedAt: moment,
    stepsSince: moment,
    steps: fc.array(fc.string({ maxLength: 200 }), { maxLength: 5 }),
  },
  { requiredKeys: ['status', 'attempts', 'hintsShown', 'solutionAsked'] },
)
const progress = fc.dictionary(fc.constantFrom(...ids), entry, {
  noNullPrototype: true,
  maxKeys: 6,
})
/** One place of a progress that is right is something else. */
const damaged = fc
  .tuple(
    progress,
    fc.constantFrom(...ids, '__proto__', 'constructor', 'toString'),
    entry,
    anyJson,
    fc.string(),
  )
  .chain(([exercises, id, one, json, name]) =>
    fc.constantFrom<object>(
      { exercises: own(exercises, id, json) },
      { exercises: own(exercises, '__proto__', one) },
      { exercises: own(exercises, name, one) },
      { exercises: own(exercises, id, own(one, name, json)) },
      { exercises: own(exercises, id, own(one, '__proto__', json)) },
      own({ exercises }, name, json),
      own({ exercises }, '__proto__', { polluted: true }),
    ),
  )

test('an import is taken as the workbook writes it, or refused and nothing changes', () => {
  fc.assert(
    fc.property(fc.oneof(anyJson, damaged), fc.constantFrom(...modes), (input, mode) => {
      const before = readFileSync(progressFile, 'utf8')
      try {
        importProgress(input, mode)
        const { exercises } = JSON.parse(readFileSync(progressFile, 'utf8')) as Progress
        expect(ids).toEqual(expect.arrayContaining(Object.keys(exercises)))
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_COMMAND' })
        expect(readFileSync(progressFile, 'utf8')).toBe(before)
      }
      isClean()
    }),
    { numRuns: 200 },
  )
  tells('taken, or refused with the place that is wrong; no prototype is changed')
})

test('two right imports, in whichever order, come to the same counts', () => {
  fc.assert(
    fc.property(progress, progress, (one, other) => {
      const [there, back] = [
        [one, other],
        [other, one],
      ].map((order) => {
        changeProgress(() => ({ exercises: {} }))
        for (const exercises of order) importProgress({ exercises }, 'merge')
        return Object.values(readProgress().exercises).map(
          ({ attempts, hintsShown }) => attempts + hintsShown,
        )
      })
      expect(there!.toSorted()).toEqual(back!.toSorted())
    }),
    { numRuns: 15 },
  )
  tells('the higher counts of both')
})

test('whatever lies in the place of the progress, the commands go on', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    damaged.map((one) => JSON.stringify(one)),
    progress.map((exercises) => JSON.stringify({ exercises }).slice(0, -1)),
  )
  fc.assert(
    fc.property(texts, (text) => {
      writeFileSync(progressFile, text)
      summarise(all, readProgress())
      hardest(ids, readProgress())
      nextExercise()
      noteProgress(exercise!, { hintsShown: 1 })
      recordVerdict({
        exercise: exercise!.id,
        status: 'passed',
        tests: [],
        seed: 1,
        duration: 1,
        at: new Date().toISOString(),
      })
      expect(readProgress().exercises[exercise!.id]).toMatchObject({ status: 'passed' })
      isClean()
    }),
    { numRuns: 100 },
  )
  tells('what can be read is kept, the rest starts over; the file is kept beside it')
})

// --- internal ---

/** The same object with one more property, of whatever name. */
function own(object: object, name: string, value: unknown): object {
  const copy = { ...object }
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function isClean(): void {
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect(WorkbookError.prototype).not.toHaveProperty('polluted')
}
