import { copyFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findExercise } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import { solutionOf, stubOf } from '../content/stubs.ts'
import { displayPath } from '../paths.ts'
import { copyCheckout } from '../testing/checkout.ts'
import { canOpenTerminal, keys, openTerminal } from '../testing/terminal.ts'

const drill = findExercise('shell/look-first')

test.skipIf(!canOpenTerminal)(
  'learn opens, checks, helps with and resets a drill like any other exercise',
  async () => {
    await using checkout = await copyCheckout({ server: true })
    const file = checkout.at(drill.file)
    await using terminal = openTerminal(checkout, ['learn'])
    await terminal.shows('Quit')
    terminal.type(keys.down)
    terminal.type(keys.enter)
    await terminal.shows('Which one?')
    terminal.type(drill.name)
    await terminal.shows(`❯   · ${drill.id}`)
    terminal.type(keys.enter)
    await terminal.shows(exerciseText(drill, 'en').title)
    await terminal.shows(displayPath(drill.file))
    await terminal.shows('Back')
    await copyFile(drill.solution, file)
    terminal.type(keys.enter)
    await terminal.shows(`${drill.id}  ${exerciseText(drill, 'en').title}: passed`)
    await terminal.shows('Back')
    terminal.type(keys.down)
    terminal.type(keys.enter)
    await terminal.shows('Hint 1 of 2')
    await terminal.shows('Back')
    terminal.type(keys.down)
    terminal.type(keys.enter)
    await terminal.shows(solutionOf(drill).trim().split('\n').at(-1)!)
    await terminal.shows('Back')
    terminal.type(keys.ctrlC)
    await terminal.shows('Quit')
    terminal.type(keys.ctrlC)
    expect((await terminal.ended()).code).toBe(0)
    await checkout.run(['reset', drill.id, '--yes'])
    expect(readFileSync(file, 'utf8')).toBe(stubOf(drill))
  },
)
