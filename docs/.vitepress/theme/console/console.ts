import { shallowReactive } from 'vue'
import type { ConsoleRun, ConsoleState } from '../../../../workbook/console/results.ts'
import type { SchemaTable } from '../../../../workbook/console/schema.ts'
import { act, ActionError } from '../composables/act.ts'

/** What the SQL console shows; one per page, and it stays while the reader goes from lesson to lesson. */
export const sqlConsole = shallowReactive({
  open: false,
  /** How often another part of the page has led here. */
  visits: 0,
  running: false,
  /** Undefined until the server has been asked. */
  state: undefined as ConsoleState | undefined,
  tables: [] as SchemaTable[],
  run: undefined as ConsoleRun | undefined,
  /** How many runs there were. */
  runs: 0,
  /** Where the text that was run begins in the editor. */
  base: 0,
  /** Why the workbook could not run it. */
  problem: undefined as ActionError | undefined,
  /** The state of the last reset of the practice database, or why there was none. */
  reset: undefined as 'waits' | 'done' | ActionError | undefined,
})

/** Runs a script; `base` is where it begins in the editor. */
export function runScript(script: string, base: number): Promise<void> {
  return show(base, () => act('console/run', { console: consoleId(), script }))
}

/** Leads the reader to the console and, if a schema is named and no statement is running, to that schema. */
export async function openOn(schema?: string): Promise<void> {
  sqlConsole.open = true
  sqlConsole.visits++
  while (sqlConsole.running) await lastRun
  if (!sqlConsole.state) await look()
  if (schema === undefined || sqlConsole.state?.database === schema) return
  await show(0, () => act('console/open', { console: consoleId(), schema }))
}

/** Stops the running statement. */
export function cancel(): Promise<void> {
  return trying(() => act('console/cancel', { console: consoleId() }))
}

/** Creates the practice database again; it waits for everybody else who uses the tables. */
export async function resetPractice(): Promise<void> {
  sqlConsole.reset = 'waits'
  try {
    await act('console/reset', {})
    sqlConsole.run = undefined
    await look()
    sqlConsole.reset = 'done'
  } catch (error) {
    sqlConsole.reset = problemOf(error)
  }
}

/** The server went away, and whatever was open on it has been rolled back. */
export function forgetTransaction(): void {
  if (sqlConsole.state) sqlConsole.state = { ...sqlConsole.state, transaction: false }
}

/** Asks for the console's state, and which tables there are. */
export async function look(): Promise<void> {
  await trying(async () => {
    const { state, tables } = await act('console/look', { console: consoleId() })
    Object.assign(sqlConsole, { state, tables })
  })
}

// --- internal ---

/** A reload comes back to the same connection, and to any transaction that is open on it. */
const idKey = 'workbook:console'

let ownId: string | undefined

function consoleId(): string {
  ownId ??= keptId() ?? crypto.randomUUID()
  try {
    sessionStorage.setItem(idKey, ownId)
  } catch {
    // The storage is full or forbidden: the console lasts as long as the page.
  }
  return ownId
}

function keptId(): string | undefined {
  try {
    return sessionStorage.getItem(idKey) ?? undefined
  } catch {
    return undefined
  }
}

let lastRun: Promise<void> = Promise.resolve()

function show(base: number, ask: () => Promise<ConsoleRun>): Promise<void> {
  if (sqlConsole.running) return Promise.resolve()
  sqlConsole.running = true
  lastRun = trying(async () => {
    const run = await ask()
    Object.assign(sqlConsole, { run, base, state: run.state, runs: sqlConsole.runs + 1 })
    if (run.schemaChanged) await look()
  }).finally(() => (sqlConsole.running = false))
  return lastRun
}

async function trying(work: () => Promise<void>): Promise<void> {
  sqlConsole.problem = undefined
  try {
    await work()
  } catch (error) {
    sqlConsole.problem = problemOf(error)
  }
}

/** Whatever was thrown: the workbook has not given an answer that was cut short. */
function problemOf(error: unknown): ActionError {
  if (error instanceof ActionError) return error
  return new ActionError({ message: String(error), next: '', code: 'INTERNAL' })
}
