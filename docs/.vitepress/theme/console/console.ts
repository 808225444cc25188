import { shallowReactive } from 'vue'
import type { ConsoleRun, ConsoleState } from '../../../../workbook/console/results.ts'
import type { SchemaTable } from '../../../../workbook/console/schema.ts'
import { act, ActionError } from '../composables/act.ts'

/** What the SQL console shows; one a page, it stays while the reader goes from lesson to lesson. */
export const sqlConsole = shallowReactive({
  open: false,
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
})

/** Runs a script; `base` is where it begins in the editor. */
export function runScript(script: string, base: number): Promise<void> {
  return show(base, () => act('console/run', { console: consoleId(), script }))
}

/** Opens the console, on a schema of the workbook or as it stands. */
export async function openOn(schema?: string): Promise<void> {
  sqlConsole.open = true
  if (!sqlConsole.state) await look()
  if (schema === undefined || sqlConsole.state?.database === schema) return
  await show(0, () => act('console/open', { console: consoleId(), schema }))
}

/** Stops the statement that runs. */
export function cancel(): Promise<void> {
  return trying(() => act('console/cancel', { console: consoleId() }))
}

/** Makes the practice database anew. */
export async function resetPractice(): Promise<boolean> {
  await trying(() => act('console/reset', {}))
  const done = !sqlConsole.problem
  if (done) sqlConsole.run = undefined
  await look()
  return done
}

/** Asks how the console stands, and which tables there are. */
export async function look(): Promise<void> {
  await trying(async () => {
    const { state, tables } = await act('console/look', { console: consoleId() })
    Object.assign(sqlConsole, { state, tables })
  })
}

// --- internal ---

/** A reload comes back to the same connection, and to a transaction that is open in it. */
const idKey = 'workbook:console'

function consoleId(): string {
  const id = sessionStorage.getItem(idKey) ?? crypto.randomUUID()
  sessionStorage.setItem(idKey, id)
  return id
}

async function show(base: number, ask: () => Promise<ConsoleRun>): Promise<void> {
  if (sqlConsole.running) return
  sqlConsole.running = true
  await trying(async () => {
    const run = await ask()
    Object.assign(sqlConsole, { run, base, state: run.state, runs: sqlConsole.runs + 1 })
    if (run.schemaChanged) await look()
  })
  sqlConsole.running = false
}

async function trying(work: () => Promise<void>): Promise<void> {
  sqlConsole.problem = undefined
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    sqlConsole.problem = error
  }
}
