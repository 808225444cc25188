import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { exerciseOfFile } from '../content/lessons.ts'
import { lockState } from '../database/server/lock.ts'
import { root, stateFolder } from '../paths.ts'
import { backUp } from '../progress/backup.ts'
import { progressFile } from '../progress/progress.ts'
import { makeFolder } from '../system/make-folder.ts'
import { makeStateFolder, readState, statePath } from '../system/state-files.ts'
import { bytesOf } from './files.ts'
import { git, isClone } from './git.ts'
import type { Base, Plan, Step } from './plan.ts'

/** What is recorded about an update: to finish it after an interruption, and to undo it. */
interface Journal {
  steps: Omit<Step, 'content'>[]
  backups: [string, string][]
  renamed: Readonly<Record<string, string>>
  /** `back`: the branch returns to an older commit. `after`: where it was when everything was done. */
  git?: { from: string; to: string; back?: boolean; after?: string }
}

/**
 * Carries out a plan. Everything is recorded first; from then on the next command of the workbook finishes what was
 * interrupted (run.js).
 */
export async function carryOut(plan: Plan, next: string): Promise<void> {
  const from = plan.git && (await git(['rev-parse', 'HEAD']))
  const { steps, backups, renamed } = plan
  await begin(steps, (step) => step.content ?? path.join(next, step.path), {
    backups,
    renamed,
    ...(plan.git && from && { git: { from, to: plan.git.to } }),
  })
}

/** Is there an update that can be undone? */
export function canUndo(): boolean {
  return readState('update/done/plan.json') !== undefined
}

/**
 * Undoes the last update; doing it again installs the update once more. What the student has written since is kept
 * among the backups. Progress stays, under the ids of the version that comes back.
 */
export async function undoUpdate(): Promise<{ kept: string[]; steps: Step[] }> {
  const done = readState('update/done/plan.json') as Journal
  const kept = done.steps.flatMap(keepNewer)
  const steps = done.steps.toReversed().map((step): Step => ({
    ...step,
    action: existsSync(doneFile('old', step)) ? 'write' : 'remove',
  }))
  const renamed = Object.fromEntries(Object.entries(done.renamed).map(([a, b]) => [b, a]))
  const progress = progressUnder(renamed)
  const all = progress ? [...steps, progress] : steps
  await begin(all, (step) => step.content ?? doneFile('old', step), {
    backups: done.backups.map(([from, to]) => [to, from]),
    renamed,
    ...(await branchBack(done)),
  })
  return { kept, steps }
}

// --- internal ---

const bases: Record<Base, string> = { root, state: stateFolder }

/** Nothing in the checkout changes before the folder has its name: until then it belongs to nobody. */
async function begin(
  steps: Step[],
  contentOf: (step: Step) => string | Buffer,
  rest: Omit<Journal, 'steps'>,
): Promise<void> {
  using _lock = await lockState()
  const folder = makeStateFolder('update')
  for (const name of readdirSync(folder).filter((one) => one.startsWith('draft-')))
    rmSync(path.join(folder, name), { recursive: true, force: true })
  const draft = mkdtempSync(path.join(folder, 'draft-'))
  for (const step of steps) {
    const old = path.join(bases[step.base], step.path)
    if (existsSync(old)) store(path.join(draft, 'old', step.base, step.path), old)
    if (step.action === 'write')
      store(path.join(draft, 'new', step.base, step.path), contentOf(step))
  }
  const listed = steps.map(({ base, path: name, action }) => ({ base, path: name, action }))
  const journal: Journal = { steps: listed, ...rest }
  writeFileSync(path.join(draft, 'plan.json'), JSON.stringify(journal))
  copyFileSync(path.join(root, 'workbook', 'update', 'apply.js'), path.join(draft, 'apply.mjs'))
  renameSync(draft, statePath('update', 'unfinished'))
  // As run.js does after an interruption.
  const program = pathToFileURL(statePath('update', 'unfinished', 'apply.mjs')).href
  const { apply } = (await import(/* @vite-ignore */ program)) as {
    apply(places: Record<Base, string>): void
  }
  apply({ root, state: stateFolder })
}

/** @param content the text, or the file that holds it */
function store(file: string, content: string | Buffer): void {
  makeFolder(path.dirname(file))
  if (typeof content === 'string') copyFileSync(content, file)
  else writeFileSync(file, content)
}

function doneFile(which: 'old' | 'new', { base, path: name }: Pick<Step, 'base' | 'path'>): string {
  return statePath('update', 'done', which, base, name)
}

/** Keeps an answer that is no longer as the update left it. */
function keepNewer(step: Omit<Step, 'content'>): string[] {
  const file = path.join(bases[step.base], step.path)
  const exercise = step.base === 'root' ? exerciseOfFile(file) : undefined
  const now = exercise?.file === file ? bytesOf(file) : undefined
  if (!exercise || !now || bytesOf(doneFile('new', step))?.equals(now)) return []
  return [backUp(exercise, now)]
}

/** The progress with the new ids, as a step; undefined when none of the ids occurs in it. */
function progressUnder(ids: Readonly<Record<string, string>>): Step | undefined {
  const text = bytesOf(progressFile)?.toString('utf8')
  if (!text) return undefined
  const progress = JSON.parse(text) as { exercises: Record<string, unknown> }
  const entries = Object.entries(progress.exercises)
  if (!entries.some(([id]) => Object.hasOwn(ids, id))) return undefined
  const exercises = Object.fromEntries(entries.map(([id, entry]) => [ids[id] ?? id, entry]))
  const content = Buffer.from(`${JSON.stringify({ ...progress, exercises }, null, 2)}\n`)
  return { base: 'state', path: path.basename(progressFile), action: 'write', content }
}

/** A branch that the student has moved in the meantime is left where it is. */
async function branchBack({ git: taken }: Journal): Promise<Pick<Journal, 'git'>> {
  if (!taken?.after || !isClone()) return {}
  const head = await git(['rev-parse', 'HEAD'])
  if (head !== taken.after) return {}
  return { git: { from: head, to: taken.from, back: true } }
}
