import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findExercise } from '../content/lessons.ts'
import type { Checkout } from '../testing/checkout.ts'
import { nextLine } from './empty-spec.ts'

/** An exercise with six tests, the statement log read in each. */
export const sample = findExercise('ddl/add-archived-flag')
export const solution = readFileSync(sample.solution, 'utf8')

/** The answers that a hurried student saves one after the other. */
export const answers = [
  solution,
  readFileSync(path.join(sample.mistakes, readdirSync(sample.mistakes).toSorted()[0]!), 'utf8'),
  `${solution}\nconst = 1\n`,
]

/** Starts `npm run watch` in a copy; resolves when it is waiting for saves. */
export async function startWatch(checkout: Checkout): Promise<ChildProcess> {
  const session = checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  return session
}

/** Saves an answer as editors do that rename, and waits for the verdict in the terminal. Milliseconds. */
export async function saveAndWait(
  checkout: Checkout,
  session: ChildProcess,
  text: string,
): Promise<number> {
  const done = nextLine(session, new RegExp(`^${sample.id} .*: `, 'm'))
  const file = checkout.at(sample.file)
  writeFileSync(`${file}.new`, text)
  const started = performance.now()
  renameSync(`${file}.new`, file)
  await done
  return performance.now() - started
}
