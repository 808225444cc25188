import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { readableSolution } from '../content/stubs.ts'
import { copyCheckout } from '../testing/checkout.ts'
import { writePages, written } from '../testing/pages.ts'

const [exercise] = listExercises()
const id = exercise!.id
const code = readableSolution(readFileSync(exercise!.solution, 'utf8')).trim()

test('the solution is shown when it was asked for twice', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const once = await checkout.run(['solution', id])
  expect(once.code).toBe(0)
  expect(once.stdout).toContain('ask again')
  expect(once.stdout).not.toContain(written.solution('en'))
  const twice = await checkout.run(['solution', id])
  expect(twice.code).toBe(0)
  expect(twice.stdout).toContain(code)
  expect(twice.stdout).toContain(written.solution('en'))
  expect(twice.stdout).not.toContain('#region')
})

test('the solution is shown at once after a pass', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  const progress = { status: 'passed', attempts: 1, hintsShown: 0, solutionAsked: false }
  await mkdir(checkout.state, { recursive: true })
  await writeFile(
    path.join(checkout.state, 'progress.json'),
    JSON.stringify({ exercises: { [id]: progress } }),
  )
  const { stdout } = await checkout.run(['solution', id, '--lang', 'ru'])
  expect(stdout).toContain(code)
  expect(stdout).toContain(written.solution('ru'))
})
