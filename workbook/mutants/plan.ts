import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Exercise } from '../content/lessons.ts'
import { isInFifth } from './changed.ts'
import { differenceOf } from './difference.ts'
import { mutateSql } from './mutate-sql.ts'
import { mutate, type Mutant } from './mutate.ts'

/** A right answer and its mutants. */
export interface Plan {
  exercise: Exercise
  /** `solution`, or the name of the file among the other right answers. */
  answer: string
  file: string
  source: string
  mutants: PlannedMutant[]
  /** The mutants to run, by their index. */
  chosen: number[]
}

export interface PlannedMutant extends Mutant {
  /** The lines that differ, with `- ` and `+ `, and as many lines before them as are needed to distinguish it from the others. */
  diff: string
}

/**
 * The right answers of an exercise, each with its mutants; what equals another right answer is not a mutant.
 * @param sampled only a fifth of the mutants: the same ones until an answer changes
 */
export function planMutants(exercise: Exercise, { sampled = false } = {}): Plan[] {
  const answers = rightAnswers(exercise).map(({ answer, file }) => {
    return { exercise, answer, file, source: readFileSync(file, 'utf8') }
  })
  const known = answers.map(({ source }) => source)
  return answers.map((answer) => {
    const mutants = withDiffs(
      answer.source,
      (exercise.language === 'sql' ? mutateSql : mutate)(answer.source, known),
    )
    const isChosen = ({ diff }: PlannedMutant) =>
      !sampled || isInFifth(`${exercise.id} ${answer.answer} ${diff}`)
    const chosen = mutants.flatMap((mutant, index) => (isChosen(mutant) ? [index] : []))
    return { ...answer, mutants, chosen }
  })
}

// --- internal ---

function rightAnswers({ solution, alternatives, language }: Exercise) {
  const names = existsSync(alternatives) ? readdirSync(alternatives).toSorted() : []
  return [
    { answer: 'solution', file: solution },
    ...names
      .filter((name) => name.endsWith(`.${language}`) && !name.endsWith('.types.ts'))
      .map((name) => ({ answer: path.parse(name).name, file: path.join(alternatives, name) })),
  ]
}

function withDiffs(source: string, mutants: Mutant[]): PlannedMutant[] {
  const count = (context: number) => {
    const diffs = mutants.map((mutant) => differenceOf(source, mutant.source, context))
    const times = new Map<string, number>()
    for (const diff of diffs) times.set(diff, (times.get(diff) ?? 0) + 1)
    return { diffs, times }
  }
  const levels = [0, 1, 2, 4, 8].map(count)
  return mutants.map((mutant, index) => {
    const level =
      levels.find(({ diffs, times }) => times.get(diffs[index]!) === 1) ?? levels.at(-1)!
    return { ...mutant, diff: level.diffs[index]! }
  })
}
