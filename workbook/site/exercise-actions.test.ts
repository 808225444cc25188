import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileChange } from '../progress/backup.ts'
import { findExercise } from '../content/lessons.ts'
import type { ExerciseProgress } from '../progress/types.ts'
import { solutionOf, stubOf } from '../content/stubs.ts'
import { startActions, type ActionsSession } from '../testing/actions-session.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { makeEditor } from '../testing/editor.ts'
import { writePages } from '../testing/pages.ts'
import type { Stretch } from './difference.ts'

const exercise = findExercise('ddl/create-tables')

let checkout: Checkout
let file: string
let session: ActionsSession | undefined
beforeEach(async () => {
  checkout = await copyCheckout()
  file = checkout.at(exercise.file)
})
afterEach(async () => {
  session?.[Symbol.dispose]()
  await checkout[Symbol.asyncDispose]()
})

test('check asks for a check of this exercise', async () => {
  const { ask, printed } = await start()
  expect((await ask('check')).status).toBe(200)
  await expect.poll(printed).toContain(`check ${exercise.id}`)
})

test('open gives the file to the editor, at the place that the page names', async () => {
  const editor = await makeEditor(path.join(checkout.root, 'мой editor'))
  const { ask } = await start({ LAUNCH_EDITOR: editor.program })
  await ask('open')
  await expect.poll(editor.opened).toHaveLength(1)
  await ask('open', { at: { line: 7, column: 3 } })
  await expect.poll(editor.opened).toEqual([[file], [file, '7', '3']])
  await ask('open', { at: { line: '7; rm -rf', column: -1 } })
  await expect.poll(editor.opened).toHaveLength(3)
  expect(editor.opened()[2]).toEqual([file])
})

test('an editor may be named with its arguments', async () => {
  const editor = await makeEditor(path.join(checkout.root, 'мой editor'))
  const { ask } = await start({ LAUNCH_EDITOR: `"${editor.program}" --wait` })
  await ask('open')
  await expect.poll(editor.opened).toEqual([['--wait', file]])
})

test('open says what to do when no editor is found, and keeps out of the terminal', async () => {
  const none = { LAUNCH_EDITOR: undefined, VISUAL: undefined, EDITOR: 'vim', PATH: '' }
  const { ask } = await start(none)
  const problem = await ask('open')
  expect(problem.body).toMatchObject({ code: 'NO_EDITOR' })
  const { next } = problem.body as { next: string }
  expect(next).toContain('lessons/04-ddl/2-create-tables.ts')
  expect(next).toContain('LAUNCH_EDITOR')
})

test('open says so when the editor does not start, or the file is gone', async () => {
  const { ask } = await start({ LAUNCH_EDITOR: path.join(checkout.root, 'no-such-editor') })
  expect((await ask('open')).body).toMatchObject({ code: 'NO_EDITOR' })
  await rm(file)
  expect((await ask('open')).body).toMatchObject({ code: 'FILE_SYSTEM' })
})

test('hints are counted one at a time, as the command line counts them', async () => {
  await writePages(checkout, { hints: 3 })
  await checkout.run(['hint', exercise.id])
  const { ask } = await start()
  const shown = async () => ((await ask('hint')).body as unknown as ExerciseProgress).hintsShown
  expect([await shown(), await shown(), await shown()]).toEqual([2, 3, 3])
  expect((await checkout.run(['hint', exercise.id])).stdout).toContain('no more hints')
})

test('the solution is due when it was asked for twice, on the page or in the terminal', async () => {
  const { ask } = await start()
  expect((await ask('solution')).body).toEqual({ due: false })
  expect((await checkout.run(['solution', exercise.id])).stdout).toContain(
    solutionOf(exercise).trim(),
  )
  expect((await ask('solution')).body).toEqual({ due: true })
})

test('the comparison is refused until the solution is due', async () => {
  const { ask } = await start()
  expect((await ask('compare')).body).toMatchObject({ code: 'NOT_DUE' })
  await ask('solution')
  writeFileSync(file, solutionOf(exercise).replaceAll('\n', '\r\n').replace('NOT NULL', 'NULL'))
  const stretches = (await ask('compare')).body as unknown as Stretch[]
  expect(stretches.filter(({ same }) => !same)).toHaveLength(1)
  await rm(file)
  expect((await ask('compare')).status).toBe(200)
})

test('reset keeps the previous text and names the backup, and undo restores it', async () => {
  const mine = 'export const mine = "моё"\n'
  writeFileSync(file, mine)
  const { ask, printed } = await start()
  const change = (await ask('reset')).body as unknown as FileChange
  expect(change.outcome).toBe('replaced')
  expect(readFileSync(path.join(checkout.root, change.backup!), 'utf8')).toBe(mine)
  expect(readFileSync(file, 'utf8')).toBe(stubOf(exercise))
  expect((await ask('undo-reset')).body).toEqual({ outcome: 'replaced' })
  expect(readFileSync(file, 'utf8')).toBe(mine)
  expect(printed()).not.toContain('check')
})

test('a reset of a stub changes nothing and checks it, and there is nothing to undo', async () => {
  const { ask, printed } = await start()
  expect((await ask('reset')).body).toEqual({ outcome: 'untouched' })
  await expect.poll(printed).toContain(`check ${exercise.id}`)
  expect((await ask('undo-reset')).body).toMatchObject({ code: 'BAD_COMMAND' })
  expect(readFileSync(file, 'utf8')).toBe(stubOf(exercise))
})

test('no action takes anything but an id of the list', async () => {
  const { ask } = await start()
  for (const name of ['check', 'open', 'hint', 'solution', 'compare', 'reset', 'undo-reset']) {
    const answer = await ask(name, { exercise: '../../README' })
    expect(answer.body, name).toMatchObject({ code: 'UNKNOWN_EXERCISE' })
  }
})

// --- internal ---

async function start(env?: Record<string, string | undefined>) {
  const { ask, printed } = (session = await startActions(checkout, env))
  return {
    printed,
    ask: (name: string, input: object = {}) =>
      ask(`exercise/${name}`, { exercise: exercise.id, ...input }),
  }
}
