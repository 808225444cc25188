import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Language } from '../language/language.ts'
import { docsFolder } from '../paths.ts'
import { listFences } from './fences.ts'
import { pageFile } from './lessons.ts'

/** The steps of a recorded run, in order: saved, the mistake named, what was sent, put right. */
export const recordedSteps = ['written', 'named', 'sent', 'solved'] as const

type RecordedStep = (typeof recordedSteps)[number]

/** The wrong answer's source, and the panel's HTML at each step. */
export type Recorded = Record<'wrong' | RecordedStep, string>

/** What a page says of a recorded run. */
export interface Recording {
  /** `parameters/find-by-title` */
  exercise: string
  /** The known mistake that is saved first. */
  mistake: string
  /** Of each step, what the reader is told and what the picture shows. */
  steps: Record<RecordedStep, { caption: string; alt: string }>
}

/**
 * Reads what is in a `recording` fence:
 *
 *     ```recording parameters/find-by-title sql-built-from-strings
 *     written: You save an answer.
 *       The exercise is not solved yet.
 *     named: …
 *     ```
 *
 * @throws {Error} for its author
 */
export function parseRecording(info: string, code: string): Recording {
  const [exercise = '', mistake = ''] = info.trim().split(' ')
  const said = new Map(
    [...code.matchAll(/^(\w+): (.+)\n +(.+)$/gm)].map(([, step, caption, alt]) => [
      step,
      { caption: caption!, alt: alt! },
    ]),
  )
  const steps = recordedSteps.map((step) => {
    const words = said.get(step)
    if (!words)
      throw new Error(`A recording needs \`${step}: caption\` and, below it, what it shows.`)
    return [step, words]
  })
  return { exercise, mistake, steps: Object.fromEntries(steps) as Recording['steps'] }
}

/** The recordings that a page (`index`) asks for. */
export function readRecordings(page: string, language: Language): Recording[] {
  return listFences(readFileSync(pageFile(page, language), 'utf8'))
    .filter((fence) => fence.language === 'recording')
    .map(({ info, code }) => parseRecording(info, code))
}

/** Where `npm run record` keeps what the page showed. */
export function recordedFile(language: Language): string {
  return path.join(docsFolder, '.vitepress', 'recording', `${language}.json`)
}

/** What was recorded; undefined before the first time. */
export function readRecorded(language: Language): Recorded | undefined {
  const file = recordedFile(language)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Recorded) : undefined
}
