import { existsSync, readFileSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { until } from '../testing/lease.ts'
import { writePages, written } from '../testing/pages.ts'
import { canOpenTerminal, keys, openTerminal } from '../testing/terminal.ts'

const exercises = listExercises()
const [first] = exercises

test('learn refuses without a terminal and names the commands', async () => {
  await using checkout = await copyCheckout()
  const { code, stdout, stderr } = await checkout.run(['learn'], { input: '\r\r\r' })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  for (const name of ['check', 'hint', 'solution', 'reset']) {
    expect(stderr).toContain(`npm run ${name} -- ${first!.id}`)
  }
})

const testInTerminal = test.skipIf(!canOpenTerminal)

testInTerminal('learn goes on with the next exercise, and Ctrl-C leads back and out', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  await using terminal = openTerminal(checkout, ['learn'])
  await terminal.shows('What next?')
  terminal.type(keys.enter)
  await terminal.shows(written.task(first!, 'en'))
  await terminal.shows(displayPath(first!.file))
  await terminal.shows('Back')
  terminal.type(keys.ctrlC)
  await terminal.shows('What next?')
  await terminal.shows('Quit')
  terminal.type(keys.ctrlC)
  const { code, output } = await terminal.ended()
  expect(code).toBe(0)
  expect(output).not.toMatch(/Error|^\s+at /m)
})

testInTerminal('learn gives a hint, and remembers it', async () => {
  await using checkout = await copyCheckout()
  await writePages(checkout)
  await using terminal = openTerminal(checkout, ['learn', '--lang', 'ru'])
  await terminal.shows('Выйти')
  terminal.type(keys.enter)
  await terminal.shows('Назад')
  terminal.type(keys.down)
  terminal.type(keys.enter)
  await terminal.shows('Подсказка 1 из 3')
  await terminal.shows('Назад')
  terminal.type(keys.escape)
  await terminal.shows('Выйти')
  terminal.type(keys.up)
  terminal.type(keys.enter)
  expect((await terminal.ended()).code).toBe(0)
  expect(remembered(checkout).hintsShown).toBe(1)
})

testInTerminal(
  'a search for an exercise is narrowed by typing and left with Ctrl-C or Esc',
  async () => {
    await using checkout = await copyCheckout()
    await writePages(checkout)
    const last = exercises.findLast(
      ({ name }) => exercises.filter(({ id }) => id.includes(name)).length === 1,
    )!
    await using terminal = openTerminal(checkout, ['learn'])
    for (const key of [keys.ctrlC, keys.escape]) {
      await terminal.shows('Quit')
      terminal.type(keys.down)
      terminal.type(keys.enter)
      await terminal.shows('Which one?')
      await terminal.shows(first!.id)
      terminal.type(key)
      await terminal.shows('What next?')
      terminal.type(keys.up)
    }
    await terminal.shows('Quit')
    terminal.type(keys.down)
    terminal.type(keys.enter)
    await terminal.shows('Which one?')
    terminal.type(last.name)
    await terminal.shows(`❯   · ${last.id}`)
    terminal.type(keys.enter)
    await terminal.shows(written.task(last, 'en'))
    terminal.type(keys.ctrlC)
    await terminal.shows('Quit')
    terminal.type(keys.ctrlC)
    expect((await terminal.ended()).code).toBe(0)
  },
)

testInTerminal(
  'learn checks an answer; Ctrl-C during a check leads back and notes nothing',
  async () => {
    await using checkout = await copyCheckout({ server: true })
    await writePages(checkout)
    const file = checkout.at(first!.file)
    await copyFile(first!.solution, file)
    await using terminal = openTerminal(checkout, ['learn'])
    await terminal.shows('Quit')
    terminal.type(keys.enter)
    await terminal.shows('Back')
    terminal.type(keys.enter)
    await terminal.shows(`${first!.id}  The title of ${first!.name}: passed`)
    await terminal.shows('Back')
    const begun = path.join(checkout.state, 'begun')
    await writeFile(
      file,
      `import { writeFileSync } from 'node:fs'
       writeFileSync(${JSON.stringify(begun)}, '')
       await new Promise(() => setInterval(() => {}, 1000))\n`,
    )
    terminal.type(keys.enter)
    await terminal.shows('Checking')
    await until(() => existsSync(begun))
    terminal.type(keys.ctrlC)
    await terminal.shows('The check was stopped')
    await terminal.shows('Back')
    expect(remembered(checkout)).toMatchObject({ status: 'passed', attempts: 1 })
    await copyFile(first!.solution, file)
    terminal.type(keys.enter)
    await terminal.shows(': passed')
    await terminal.shows('Back')
    terminal.type(keys.ctrlC)
    await terminal.shows('Quit')
    terminal.type(keys.ctrlC)
    const { code, output } = await terminal.ended()
    expect({ code, output }).toEqual({ code: 0, output })
    expect(remembered(checkout)).toMatchObject({ status: 'passed', attempts: 2 })
  },
)

testInTerminal('a reset of everything asks first, and Ctrl-C changes nothing', async () => {
  await using checkout = await copyCheckout()
  const files = exercises.map(({ file }) => checkout.at(file))
  await Promise.all(files.map((file) => writeFile(file, '// mine\n')))
  await using terminal = openTerminal(checkout, ['reset', 'all'])
  await terminal.shows(`Reset these ${files.length} files?`)
  terminal.type(keys.ctrlC)
  const { code, output } = await terminal.ended()
  expect(code).toBe(0)
  expect(output).toContain('Nothing was changed.')
  for (const file of files) expect(readFileSync(file, 'utf8')).toBe('// mine\n')
})

function remembered(checkout: Checkout): { hintsShown: number } {
  const progress = readFileSync(path.join(checkout.state, 'progress.json'), 'utf8')
  return JSON.parse(progress).exercises[first!.id]
}
