import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lessonsIn, listExercises, type Exercise } from '../content/lessons.ts'
import { isStub, makeStub, stubOf } from '../content/stubs.ts'
import { readAnswer } from '../progress/backup.ts'
import { bytesOf } from './files.ts'
import { mergeAnswer } from './merge.ts'

/**
 * What an update does with one exercise. `merged`: the stub's changes go into the student's text. `conflict`:
 * their text stays, and the new stub is put beside it. `removed`: the newer version has no such exercise any more.
 */
export interface ExerciseChange {
  kind: 'added' | 'stub' | 'kept' | 'merged' | 'conflict' | 'removed'
  /** As it is here; undefined when it is new. */
  from?: Exercise
  /** As it is in the newer version; undefined when it is gone. */
  to?: Exercise
  /** The student's file afterwards; undefined when there is none. */
  text?: Buffer
  /** The stub beside it. */
  beside?: Buffer
}

/** What a newer version, unpacked in a folder, does with each exercise; exercises that stay as they are do not appear. */
export async function compareExercises(next: string): Promise<ExerciseChange[]> {
  const newer = lessonsIn(next).flatMap(({ exercises }) => exercises)
  const ids = await renamedIn(next)
  const known = new Set<string>()
  const changes = listExercises().map((from) => {
    const id = ids[from.id] ?? from.id
    const to = newer.find((one) => one.id === id && one.language === from.language)
    if (to) known.add(to.id)
    return changeOf(from, to)
  })
  const added = newer
    .filter(({ id }) => !known.has(id))
    .map((to): ExerciseChange => ({ kind: 'added', to, text: Buffer.from(newStubOf(to)) }))
  return [...changes.filter(matters), ...added]
}

/** Has the exercise moved to a different place? */
export function isMoved({ from, to }: ExerciseChange): boolean {
  return from !== undefined && to !== undefined && from.key !== to.key
}

/** The ids that a version knows under other names: content/renamed.ts of that version. */
export async function renamedIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const file = path.join(folder, 'workbook', 'content', 'renamed.ts')
  if (!existsSync(file)) return {}
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport<{ renamed?: Record<string, string> }>(file, {
    configFile: false,
    logLevel: 'silent',
  })
  return module.renamed ?? {}
}

// --- internal ---

function changeOf(from: Exercise, to: Exercise | undefined): ExerciseChange {
  const answer = readAnswer(from)
  if (!to) return { kind: 'removed', from }
  const stub = newStubOf(to)
  if (!answer || isStub(from, answer.toString('utf8')))
    return { kind: 'stub', from, to, text: Buffer.from(stub) }
  const merged = mergeAnswer(answer, stubOf(from), stub)
  if (!merged) return { kind: 'conflict', from, to, text: answer, beside: Buffer.from(stub) }
  return { kind: merged.equals(answer) ? 'kept' : 'merged', from, to, text: merged }
}

function newStubOf(exercise: Exercise): string {
  return (
    bytesOf(exercise.file)?.toString('utf8') ?? makeStub(readFileSync(exercise.solution, 'utf8'))
  )
}

function matters(change: ExerciseChange): boolean {
  const { kind, from, text } = change
  if (isMoved(change) || kind === 'removed' || kind === 'merged' || kind === 'conflict') return true
  return kind === 'stub' && stubOf(from!) !== text!.toString('utf8')
}
