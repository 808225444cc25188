import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { makeEditor } from '../testing/editor.ts'
import { writePages } from '../testing/pages.ts'

const exercises = listExercises()
const [first] = exercises

test('progress counts what has passed and names the next step', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const next = exercises.find((exercise) => exercise !== first)
  await remember(checkout, { [first!.id]: { status: 'passed', attempts: 2, hintsShown: 3 } })
  const { code, stdout } = await checkout.run(['progress'])
  expect(code).toBe(0)
  expect(stdout).toContain(`✓ ${first!.id}`)
  expect(stdout).toContain(`Passed: 1 of ${exercises.length}.`)
  expect(stdout).toContain('Hints taken: 3.')
  expect(stdout).toContain(next ? `Next: ${next.id}` : 'Every exercise has passed.')
})

test('progress shows the time that was spent and what to revisit', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const lastPassedAt = new Date(Date.now() - 4 * 24 * 60 * 60 * 1000).toISOString()
  const solved = { status: 'passed', attempts: 1, hintsShown: 0, secondsSpent: 121, lastPassedAt }
  await remember(checkout, { [first!.id]: solved })
  const { stdout } = await checkout.run(['progress'])
  expect(stdout).toContain('Time spent: 3 minutes.')
  expect(stdout).toContain(`worth solving again: ${first!.id}`)
})

test('progress --open opens the next exercise in the editor', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const editor = await makeEditor(path.join(checkout.state, 'editor'))
  const env = { LAUNCH_EDITOR: editor.program }
  const { code, stdout } = await checkout.run(['progress', '--open'], { env })
  expect({ code, opened: editor.opened().flat() }).toEqual({
    code: 0,
    opened: [checkout.at(first!.file)],
  })
  expect(stdout).toContain(first!.id)
})

test('progress --json is for programs', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout, { hints: 4 })
  await remember(checkout, { [first!.id]: { status: 'failed', attempts: 2, hintsShown: 1 } })
  const overview = JSON.parse((await checkout.run(['progress', '--json'])).stdout)
  expect(overview).toMatchObject({
    total: exercises.length,
    passed: 0,
    hintsShown: 1,
    next: first!.id,
  })
  expect(overview.lessons[0].exercises[0]).toMatchObject({
    id: first!.id,
    status: 'failed',
    attempts: 2,
    hints: 4,
  })
})

test('progress fits into 60 columns, without colour and without emoji', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const taken = Object.fromEntries(
    exercises.map(({ id }) => [id, { status: 'timed-out', attempts: 1, hintsShown: 2 }]),
  )
  await remember(checkout, taken)
  for (const lang of ['en', 'ru']) {
    const env = { COLUMNS: '60', NO_COLOR: '1', FORCE_COLOR: '1', WORKBOOK_LANG: lang }
    const { stdout } = await checkout.run(['progress'], { env })
    expect(stdout.split('\n').filter((line) => [...line].length > 60)).toEqual([])
    expect(stripVTControlCharacters(stdout)).toBe(stdout)
    expect(stdout).not.toMatch(/\p{Emoji_Presentation}/u)
  }
})

test('progress colours when it is asked to', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const { stdout } = await checkout.run(['progress'], {
    env: { FORCE_COLOR: '1', NO_COLOR: undefined },
  })
  expect(stdout).toContain('\u001B[')
})

async function remember(checkout: Checkout, entries: Record<string, object>): Promise<void> {
  await mkdir(checkout.state, { recursive: true })
  await writeFile(
    path.join(checkout.state, 'progress.json'),
    JSON.stringify({ exercises: entries }),
  )
}
