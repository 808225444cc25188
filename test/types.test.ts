import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listExercises } from '../workbook/content/lessons.ts'
import { judgeTypes } from '../workbook/runner/type-judge.ts'
import { promisesTypes } from '../workbook/runner/types.ts'
import { isVerified } from './support/verified.ts'

// What only the compiler sees: solutions and other right answers have the promised types, and each
// `N-name.mistakes/MISTAKE.types.ts` is rejected with its mistake.

for (const exercise of listExercises().filter(promisesTypes)) {
  if (!isVerified(exercise.key)) continue

  const right = [exercise.solution, ...filesIn(exercise.alternatives)]
  const wrong = filesIn(exercise.mistakes).filter((file) => file.endsWith('.types.ts'))

  test(`${exercise.id}: right answers have the promised types, wrong ones are named`, () => {
    for (const file of right) expect(judgeTypes(file, exercise.types), file).toBeUndefined()
    for (const file of wrong) {
      expect(judgeTypes(file, exercise.types)?.mistake, file).toBe(
        path.basename(file).split('.')[0],
      )
    }
  })
}

test('some exercises promise types', () => {
  expect(listExercises().filter(promisesTypes).length).toBeGreaterThan(0)
})

// --- internal ---

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => path.join(folder, name))
}
