import { fileURLToPath } from 'node:url'
import type { Connection } from 'mysql2/promise'
import type { Row } from '../verdict.ts'

/**
 * Runs `work` on the practice database, as the student, when the file that calls it was itself started
 * (`npx tsx lessons/04-ddl/2-create-tables.ts`); does nothing when the file is imported, as by its spec.
 * @param meta the file's `import.meta`
 */
export async function practise(
  meta: ImportMeta,
  work: (connection: Connection) => Promise<void>,
): Promise<void> {
  if (!process.argv[1] || fileURLToPath(meta.url) !== process.argv[1]) return
  const { runOnPractice } = await loadRun()
  await runOnPractice(work)
}

/** Prints rows as the mysql client does. */
export async function show(rows: readonly object[]): Promise<void> {
  const { renderTable } = await import('../terminal/table.ts')
  console.log(rows.length === 0 ? 'Empty set' : renderTable(rows.map(plainRow)))
}

// --- internal ---

/** From its bundle: tsx compiles file by file, and this needs all of the database's. */
async function loadRun(): Promise<typeof import('./run.ts')> {
  const { bundleOf } = await import('../bundle.js')
  const bundle = await bundleOf(fileURLToPath(new URL('./run.ts', import.meta.url)))
  return bundle ? await import(bundle) : await import('./run.ts')
}

function plainRow(row: object): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Date ? value.toISOString() : value,
  ])
  return Object.fromEntries(entries) as Row
}
