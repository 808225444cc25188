import { parseArgs } from 'node:util'
import {
  isTouched,
  listBackups,
  resetExercise,
  undoReset,
  type FileChange,
} from '../progress/backup.ts'
import type { CommandContext } from './command.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { findExercises, listExercises, type Exercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { confirm, hasTerminal } from '../terminal/prompt.ts'

/**
 * `npm run reset -- id… [--yes] [--undo]`: restores the first version of files, or what was there before.
 * `id` may name a lesson; `all` names everything.
 */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { yes: { type: 'boolean', short: 'y' }, undo: { type: 'boolean' } },
  })
  const exercises = select(positionals)
  const action = actions[values.undo ? 'undo' : 'reset']
  const concerned = exercises.filter(action.concerns)
  if (concerned.length > 1 && !values.yes) {
    if (!hasTerminal()) throw confirmationNeeded(concerned, args)
    for (const exercise of concerned) console.log(`  ${displayPath(exercise.file)}`)
    const agreed = await confirm(say(action.question, { n: concerned.length }), signal)
    if (!agreed) return leave()
  }
  if (values.undo && concerned.length === 0) throw noBackup(positionals)
  for (const exercise of exercises) {
    const text = action.run(exercise)
    if (exercises.length === 1 || concerned.includes(exercise)) console.log(text)
  }
  const others = exercises.length - concerned.length
  if (exercises.length > 1 && others > 0) console.log(say('reset.others', { n: others }))
  return 0
}

// --- internal ---

const actions = {
  reset: {
    concerns: isTouched,
    question: 'reset.confirm',
    run: (exercise: Exercise) => describe(exercise, resetExercise(exercise), 'reset'),
  },
  undo: {
    concerns: (exercise: Exercise) => listBackups(exercise).length > 0,
    question: 'reset.confirm-undo',
    run: (exercise: Exercise) => describe(exercise, undoReset(exercise), 'undo'),
  },
} as const

function describe(
  exercise: Exercise,
  change: FileChange | undefined,
  action: 'reset' | 'undo',
): string {
  const file = displayPath(exercise.file)
  if (!change) return say('reset.no-backup', { ids: exercise.id })
  const lines = [say(`${action}.${change.outcome}`, { file })]
  if (change.backup) {
    lines.push(`  ${say('reset.backup', { backup: displayPath(change.backup) })}`)
    lines.push(`  ${say('reset.undo', { id: exercise.id })}`)
  }
  return lines.join('\n')
}

function select(queries: string[]): Exercise[] {
  if (queries.length === 0) {
    const { id = '', lesson = '' } = listExercises()[0] ?? {}
    throw new WorkbookError(say('reset.which'), say('reset.which.next', { id, lesson }), {
      code: 'BAD_COMMAND',
    })
  }
  const found = queries.flatMap((query) =>
    query === 'all' ? listExercises() : findExercises(query),
  )
  return [...new Set(found)]
}

function confirmationNeeded(exercises: Exercise[], args: string[]): WorkbookError {
  const files = exercises.map(({ file }) => `\n  ${displayPath(file)}`).join('')
  const command = ['npm run reset --', ...args.map(quoted), '--yes'].join(' ')
  return new WorkbookError(
    say('reset.needs-yes', { n: exercises.length, files }),
    say('reset.needs-yes.next', { command }),
    { code: 'NO_TERMINAL' },
  )
}

function noBackup(queries: string[]): WorkbookError {
  return new WorkbookError(
    say('reset.no-backup', { ids: queries.join(', ') }),
    say('reset.no-backup.next'),
    { code: 'BAD_COMMAND' },
  )
}

function quoted(arg: string): string {
  return /\s/.test(arg) ? `"${arg}"` : arg
}

function leave(): number {
  console.log(say('reset.left'))
  return 0
}
