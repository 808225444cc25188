import { expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { copyCheckout } from '../testing/checkout.ts'
import { writePages, written } from '../testing/pages.ts'

const [first] = listExercises()
const id = first!.id

test('hint shows one hint at a time and remembers how many were shown', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout, { hints: 3 })
  for (const n of [1, 2, 3]) {
    const { code, stdout } = await checkout.run(['hint', id])
    expect(code).toBe(0)
    expect(stdout).toContain(`Hint ${n} of 3`)
    expect(stdout).toContain(written.hint(n, 'en'))
    expect(stdout).not.toContain(written.hint(n === 1 ? 2 : 1, 'en'))
    expect(stdout).toContain(n < 3 ? `npm run hint -- ${id}` : `npm run solution -- ${id}`)
  }
  const { code, stdout } = await checkout.run(['hint', id])
  expect(code).toBe(0)
  expect(stdout).toContain('There are no more hints: 3 of 3 shown.')
  expect(stdout).toContain(`npm run hint -- ${id} --all`)
})

test('hint --all shows every hint, in the language asked for', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout, { hints: 2 })
  const { code, stdout } = await checkout.run(['hint', id, '--all', '--lang', 'ru'])
  expect(code).toBe(0)
  for (const n of [1, 2]) expect(stdout).toContain(written.hint(n, 'ru'))
  expect(stdout).toContain('Подсказка 2 из 2')
  const overview = JSON.parse((await checkout.run(['progress', '--json'])).stdout)
  expect(overview.hintsShown).toBe(2)
})

test('hint without an id is about the next exercise', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  expect((await checkout.run(['hint'])).stdout).toContain(id)
})

test('hint says so when there are no hints', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout, { hints: 0 })
  const { code, stdout } = await checkout.run(['hint', id])
  expect(code).toBe(0)
  expect(stdout).toContain('This exercise has no hints.')
})

test('hint refuses what is not an exercise, with the names to choose from', async () => {
  await using checkout = await copyCheckout()
  const { code, stdout, stderr } = await checkout.run(['hint', 'no-such-thing'])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(id)
})
