import { existsSync } from 'node:fs'
import type { PoolOptions } from 'vitest/node'
import { readState, writeState } from '../system/state-files.ts'

/** What a worker is started with. Vitest alone knows it, once it has been loaded. */
export type Recipe = Pick<PoolOptions, 'distPath' | 'env' | 'execArgv'>

/** With what the last worker was started here; whether this one is to be like it shows when it is wanted. */
export function recallRecipe(): Recipe | undefined {
  const { distPath, env, execArgv } = (readState(note) ?? {}) as Partial<Recipe>
  if (!distPath || !env || !execArgv || !existsSync(distPath)) return undefined
  return { distPath, execArgv, env: { ...environment, ...env } }
}

/** Keeps it for the next command. Where nothing can be written, that one starts its worker late. */
export function rememberRecipe({ distPath, env, execArgv }: Recipe): void {
  const added = Object.entries({ ...env }).filter(([name, value]) => environment[name] !== value)
  const recipe = { distPath, execArgv, env: Object.fromEntries(added) }
  if (JSON.stringify(readState(note)) === JSON.stringify(recipe)) return
  try {
    writeState(note, recipe)
  } catch {
    // It is quicker with the note, and right without.
  }
}

// --- internal ---

/** Before Vitest adds to it. */
const environment = { ...process.env }
/** Vitest tells its workers whether they write to a terminal. */
const note = process.stdout.isTTY ? 'worker-of-terminal.json' : 'worker.json'
