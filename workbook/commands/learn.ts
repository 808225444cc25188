import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { Checker } from './learn/checker.ts'
import { openMainMenu } from './learn/main-menu.ts'
import { listExercises } from '../content/lessons.ts'
import { nextExercise } from '../progress/progress.ts'
import { requireTerminal } from '../terminal/prompt.ts'

/** `npm run learn`: everything by menus, until the student leaves. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  parseArgs({ args })
  requireTerminal(sameInCommands())
  await using checker = new Checker(signal)
  await openMainMenu({ signal, checker })
  return 0
}

// --- internal ---

function sameInCommands(): string[] {
  const id = (nextExercise() ?? listExercises()[0])?.id ?? 'ID'
  const named = ['check', 'hint', 'solution', 'reset'].map((name) => `npm run ${name} -- ${id}`)
  return ['npm run progress', ...named]
}
