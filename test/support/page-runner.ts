import {
  createConnection,
  type Connection,
  type FieldPacket,
  type ResultSetHeader,
} from 'mysql2/promise'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format } from 'node:util'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { columnOf } from '../../workbook/console/columns.ts'
import { studentOptions } from '../../workbook/database/types.ts'
import { expectedError, type Fence } from '../../workbook/content/fences.ts'
import { stateFolder } from '../../workbook/paths.ts'
import { splitStatements } from '../../workbook/content/sql-statements.ts'
import { renderTable } from '../../workbook/terminal/table.ts'
import type { Row } from '../../workbook/verdict.ts'

/** Runs the fences of one page, in order, on one of the student's connections, as a reader would. */
export interface PageRunner extends AsyncDisposable {
  /** What came back, as the page shows it. @throws when a fence fails that should not, or the other way round. */
  run(fence: Fence): Promise<string>
}

/** @param schema replaces the practice database: its name is written as `ai_chat_db` on the page */
export async function openPageRunner(access: DatabaseAccess, schema: string): Promise<PageRunner> {
  const options = studentOptions(access, schema)
  const folder = path.join(stateFolder, 'pages', schema)
  mkdirSync(folder, { recursive: true })
  const toPage = (text: string) => text.replaceAll(schema, 'ai_chat_db')
  const fromPage = (text: string) => text.replaceAll(/\bai_chat_db(?=\b|_)/g, schema)
  const connection = await createConnection({ ...options, dateStrings: true })
  // The clock of this connection stands still, so that a page shows the same times whenever it is run.
  await connection.query("SET timestamp = UNIX_TIMESTAMP('2026-01-20 10:00:00')")
  return {
    async run(fence) {
      const code = fromPage(fence.code)
      return toPage(
        fence.language === 'sql'
          ? await runSql(connection, code, expectedError(fence))
          : await runTypeScript(
              path.join(folder, `line-${fence.line}.ts`),
              code,
              connection,
              options,
              expectedError(fence),
            ),
      )
    },
    async [Symbol.asyncDispose]() {
      connection.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// --- internal ---

async function runSql(connection: Connection, script: string, error?: number): Promise<string> {
  const output: string[] = []
  let failed = false
  for (const statement of splitStatements(script)) {
    try {
      const vertical = /\\G\s*$/.test(statement)
      const [result, fields] = await connection.query(statement.replace(/\\G\s*$/, ''))
      output.push(renderResult(result, fields, vertical))
    } catch (caught) {
      const { errno, sqlState, sqlMessage, message } = caught as Record<
        'errno' | 'sqlState' | 'sqlMessage' | 'message',
        string
      >
      if (Number(errno) !== error) throw new Error(`${statement}\n${message}`, { cause: caught })
      output.push(`ERROR ${errno} (${sqlState}): ${sqlMessage}`)
      failed = true
    }
  }
  if (error && !failed)
    throw new Error(`This fence is marked to fail with ${error}, and it succeeds.`)
  return output.filter(Boolean).join('\n\n')
}

/** As the mysql client shows it, without the time. */
function renderResult(
  result: unknown,
  fields: FieldPacket[] | undefined,
  vertical: boolean,
): string {
  if (!Array.isArray(result)) {
    const { affectedRows, info, stateChanges } = result as ResultSetHeader & {
      stateChanges?: { schema?: string }
    }
    if (stateChanges?.schema) return 'Database changed'
    const summary = `Query OK, ${affectedRows} ${affectedRows === 1 ? 'row' : 'rows'} affected`
    return info ? `${summary}\n${info}` : summary
  }
  const rows = result as Row[]
  if (rows.length === 0) return 'Empty set'
  const ordered = rows.map((row) =>
    Object.fromEntries(fields!.map(({ name }) => [name, row[name] ?? null])),
  )
  const numbers = fields!.map(columnOf).filter(({ numeric }) => numeric)
  const table = vertical
    ? renderVertically(ordered)
    : renderTable(ordered, new Set(numbers.map(({ name }) => name)))
  return `${table}\n${rows.length} ${rows.length === 1 ? 'row' : 'rows'} in set`
}

function renderVertically(rows: Row[]): string {
  return rows
    .map((row, index) => {
      const width = Math.max(...Object.keys(row).map((name) => name.length))
      const lines = Object.entries(row).map(
        ([name, value]) => `${name.padStart(width)}: ${value ?? 'NULL'}`,
      )
      return [`${'*'.repeat(27)} ${index + 1}. row ${'*'.repeat(27)}`, ...lines].join('\n')
    })
    .join('\n')
}

/**
 * A `ts` fence is the body of a function that has `connection` and `options`; its imports work as in a module.
 * What it prints is what came back.
 */
async function runTypeScript(
  file: string,
  code: string,
  connection: Connection,
  options: object,
  error?: number,
): Promise<string> {
  const imports = code.match(/^import [^]*?from '[^']+'$/gm) ?? []
  const body = imports
    .reduce((rest, one) => rest.replace(one, ''), code)
    .replaceAll(/^export /gm, '')
  writeFileSync(
    file,
    `${imports.join('\n')}\nexport default async ({ connection, options }: any) => {{\n${body}\n}}\n`,
  )
  const { default: run } = (await import(/* @vite-ignore */ file)) as {
    default: (given: object) => Promise<void>
  }
  const printed: string[] = []
  const original = { log: console.log, error: console.error, table: console.table }
  console.log = console.error = (...values: unknown[]) => void printed.push(format(...values))
  console.table = (rows: Row[]) => void printed.push(renderTable(rows))
  let caught: unknown
  try {
    await run({ connection, options })
  } catch (thrown) {
    caught = thrown
  } finally {
    Object.assign(console, original)
  }
  const errno = (caught as { errno?: number } | undefined)?.errno
  if (caught && errno !== error) throw caught
  if (error && !caught)
    throw new Error(`This fence is marked to fail with ${error}, and it succeeds.`)
  if (caught) printed.push(`${(caught as { code: string }).code}: ${(caught as Error).message}`)
  return printed.join('\n')
}
