import { readFileSync } from 'node:fs'
import path from 'node:path'
import { say } from '../language/language.ts'
import { root } from '../paths.ts'
import { paint } from './paint.ts'

/** What this needs to know about an update, see update/plan.ts. */
interface News {
  exercises: {
    kind: 'added' | 'stub' | 'kept' | 'merged' | 'conflict' | 'removed'
    from?: { id: string; key: string }
    to?: { id: string; key: string; language: string }
  }[]
  steps: readonly unknown[]
}

/** What is new in a version, unpacked in a folder, and what would happen to the student's files. */
export function renderNews({ exercises, steps }: News, folder: string): string {
  const [from, to] = [root, folder].map(versionAt) as [string, string]
  const lines = exercises.map(({ kind, from: old, to: now }) => {
    const id = (now ?? old)!.id
    const moved = old && now && old.key !== now.key ? ` (${old.key} → ${now.key})` : ''
    return `  ${id}${moved}: ${say(`update.${kind}`)}`
  })
  return [
    paint('bold', say('update.news', { from, to })),
    ...newLines(folder).map((line) => `  ${line}`),
    say('update.files', { n: steps.length }),
    ...lines,
  ].join('\n')
}

/** What an update has done, where the student has something to do about it. */
export function renderOutcome({ exercises }: News): string {
  const conflicts = exercises.filter(({ kind }) => kind === 'conflict')
  const notes = conflicts.map(({ to }) =>
    say('update.conflict-note', {
      id: to!.id,
      file: `lessons/${to!.key}.new.${to!.language}`,
    }),
  )
  return [paint('green', say('update.done')), ...notes, say('update.undo')].join('\n')
}

// --- internal ---

function versionAt(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return String(version)
}

/** The lines of the changelog that are not in ours. */
function newLines(folder: string): string[] {
  const [ours, theirs] = [root, folder].map((base) => {
    try {
      return readFileSync(path.join(base, 'CHANGELOG.md'), 'utf8').split(/\r?\n/)
    } catch {
      return []
    }
  }) as [string[], string[]]
  const known = new Set(ours)
  return theirs.filter((line) => line.trim() && !known.has(line))
}
