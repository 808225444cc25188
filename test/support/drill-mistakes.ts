import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Exercise } from '../../workbook/content/lessons.ts'
import { isMessageKey } from '../../workbook/language/language.ts'
import { sameOutcome, type Comparison, type Outcome } from './drill-outcome.ts'
import type { Lab } from './lab.ts'

/** SQL that the administrator runs before the answer: the test's own rows, in addition to the schema's. */
export type Data = (facts: Pick<Lab, 'random' | 'chat'>) => string

/** Runs a script on a set of data and returns the outcome. */
export type Rehearse = (script: string, data: Data) => Promise<Outcome>

/**
 * Finds the known wrong answer that has the same outcome as the student's on every set of data; undefined when there is
 * none, when two with different names do, or when time is up (by `performance.now()`). It remembers its result for an answer.
 */
export function mistakeNamer(
  exercise: Exercise,
  drilled: { sets: readonly Data[]; how: Comparison },
): (answer: string, rehearse: Rehearse, deadline: number) => Promise<string | undefined> {
  const names = new Map<string, Promise<string | undefined>>()
  return (answer, rehearse, deadline) => {
    const name = names.get(answer) ?? findName(exercise, { ...drilled, answer }, rehearse, deadline)
    names.set(answer, name)
    return name
  }
}

// --- internal ---

async function findName(
  exercise: Exercise,
  { answer, sets, how }: { answer: string; sets: readonly Data[]; how: Comparison },
  rehearse: Rehearse,
  deadline: number,
): Promise<string | undefined> {
  let left = readMistakes(exercise)
  for (const data of sets) {
    const seen = await rehearse(answer, data)
    const alike: typeof left = []
    for (const wrong of left) {
      if (performance.now() > deadline) return undefined
      if (sameOutcome(seen, await rehearse(wrong.script, data), how)) alike.push(wrong)
    }
    left = alike
  }
  const ids = new Set(left.map(({ id }) => id))
  return ids.size === 1 ? left[0]!.id : undefined
}

/** Without those that are told of in any exercise, whatever their outcome. */
function readMistakes({ mistakes }: Exercise): { id: string; script: string }[] {
  return readdirSync(mistakes)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ id: file.split('.')[0]!, file }))
    .filter(({ id }) => !isMessageKey(`finding.${id}`))
    .map(({ id, file }) => ({ id, script: readFileSync(path.join(mistakes, file), 'utf8') }))
}
