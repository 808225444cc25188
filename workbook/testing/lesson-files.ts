import { cp, writeFile } from 'node:fs/promises'
import { listLessons, type Exercise } from '../content/lessons.ts'
import { stubOf } from '../content/stubs.ts'
import type { Checkout } from './checkout.ts'

/** Writes the files of one lesson in a copy, as its student would. Exercises are named like `get-history`. */
export interface LessonFiles {
  readonly exercises: readonly Exercise[]
  /** Puts the solutions of these in place; of all exercises when none is named. */
  solve(...names: string[]): Promise<void>
  /** Puts the stub in place, with `body` where the student would write. */
  write(name: string, body: string): Promise<void>
  save(name: string, source: string): Promise<void>
  /** All are stubs again. */
  reset(): Promise<void>
}

/** The files of a lesson, `database`, in a copy. */
export function lessonFiles(checkout: Checkout, lesson: string): LessonFiles {
  const { exercises } = listLessons().find(({ id }) => id === lesson)!
  const named = (name: string) => exercises.find((one) => one.name === name)!
  const save = (name: string, source: string) => writeFile(checkout.at(named(name).file), source)
  return {
    exercises,
    save,
    async solve(...names) {
      const chosen = names.length > 0 ? names.map(named) : exercises
      for (const { solution, file } of chosen) await cp(solution, checkout.at(file))
    },
    write: (name, body) => save(name, stubOf(named(name)).replace("throw new Error('TODO')", body)),
    async reset() {
      for (const exercise of exercises) await save(exercise.name, stubOf(exercise))
    },
  }
}
