import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Exercise } from '../content/lessons.ts'
import type { Failure, TestVerdict, Verdict } from '../verdict.ts'

/** The sentence that names the compiler's part; the pages of exercises that promise types have it as their last check. */
export const typesTitle =
  'the compiler accepts the types that the signature promises, and no others'

/** Does the exercise promise types, beyond what its spec can see at run time? */
export function promisesTypes(exercise: Exercise): boolean {
  return existsSync(exercise.types)
}

/**
 * Lets the compiler judge the students' files, in its own process, since a compiler takes a lot of memory.
 * The first failure of each exercise, or none.
 */
export async function checkTypes(exercises: readonly Exercise[]): Promise<(Failure | undefined)[]> {
  const pairs = exercises.map(({ file, types }) => ({ answer: file, types }))
  const args = ['../run.js', './types-process.ts'].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  )
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  child.send(pairs)
  const answer = once(child, 'message').then(([failures]) => failures as (Failure | null)[])
  const lost = once(child, 'exit').then(([code]) => {
    throw new Error(`The type checker ended with ${code}.`)
  })
  return (await Promise.race([answer, lost])).map((failure) => failure ?? undefined)
}

/** The verdict with the compiler's part added: failed when the compiler refuses. */
export function withTypes(verdict: Verdict, failure: Failure | undefined): Verdict {
  const test: TestVerdict = {
    title: typesTitle,
    status: failure ? 'failed' : 'passed',
    duration: 0,
    ...(failure && { failure }),
  }
  return {
    ...verdict,
    status: failure ? 'failed' : verdict.status,
    tests: [...verdict.tests, test],
  }
}
