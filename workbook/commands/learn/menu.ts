import { WorkbookError } from '../../errors.ts'
import { paint } from '../../terminal/paint.ts'
import { choose } from '../../terminal/prompt.ts'
import type { Checker } from './checker.ts'

/** What the menus share. */
export interface MenuContext {
  signal: AbortSignal
  checker: Checker
}

/** One line of a menu; `run` returns whether the menu stays open after it. */
export interface MenuItem {
  title: string
  value: string
  run(): Promise<'stay' | 'leave'>
}

/**
 * Shows a menu until one of its items leaves it, or Ctrl-C does.
 * @param items built afresh each time: titles follow the language, and what can be done depends on the progress
 */
export async function openMenu(
  title: () => string,
  items: () => MenuItem[],
  { signal }: MenuContext,
): Promise<void> {
  let last: string | undefined
  while (!signal.aborted) {
    const table = items()
    const value = await choose(title(), table, signal, last)
    const item = table.find((one) => one.value === value)
    if (!item || (await runItem(item, signal)) === 'leave') return
    last = item.value
  }
}

// --- internal ---

/** A database that cannot be reached ends the check, not the menu. */
async function runItem(item: MenuItem, signal: AbortSignal): Promise<'stay' | 'leave'> {
  try {
    return await item.run()
  } catch (error) {
    if (signal.aborted) return 'leave'
    if (!(error instanceof WorkbookError)) throw error
    console.log(`\n${paint('red', error.message)}\n${error.next}\n`)
    return 'stay'
  }
}
