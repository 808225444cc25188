import { readLexemes, type Lexeme } from '../../workbook/content/sql-statements.ts'
import type { Statement } from '../../workbook/verdict.ts'
import { found, type FindingError } from './findings.ts'
import type { Leaves } from './lab.ts'

/** Where a test's statements may change something. */
interface Lent {
  /** The test's schemas; those whose names begin with one of them and `_` belong to the test as well. */
  schemas: readonly string[]
  /** The practice database: what begins with its name is another test's, or the student's own. */
  practice: string
}

/**
 * Does the student's code change what no test has lent it? Read from the statement log, so that it costs no look at the
 * server: another database, or, unless `DDL` is allowed, what tables, columns and indexes there are.
 */
export function judgeElsewhere(
  statements: readonly Statement[],
  { schemas, practice }: Lent,
  allowed: readonly Leaves[],
): FindingError | undefined {
  const literally = practice.replaceAll(/[^\w]/g, String.raw`\$&`)
  const names = new RegExp(String.raw`(?<![\w$])${literally}(?:_[\w$]*)?(?![\w$])`, 'g')
  const isOthers = (name: string) => !schemas.some((own) => `${name}_`.startsWith(`${own}_`))
  const current = new Map<number, string>()
  for (const { byTest, command, sql, thread } of statements) {
    if (command === 'Init DB') current.set(thread, sql)
    if (byTest || (command !== 'Query' && command !== 'Execute')) continue
    const code = codeOf(sql)
    const [, chosen] = use.exec(code) ?? []
    if (chosen) current.set(thread, chosen)
    const isDdl = ddl.test(code)
    if (!isDdl && !writes.test(code)) continue
    const named = code.match(names) ?? []
    const isIn = current.get(thread)?.match(names) ?? []
    if ([...named, ...isIn].some(isOthers)) return found('finding.changes-elsewhere', { sql })
    if (isDdl && !allowed.includes('DDL')) return found('finding.changes-structure', { sql })
  }
  return undefined
}

/** Does a statement say what tables, columns and indexes there are? */
export function changesStructure(sql: string): boolean {
  return ddl.test(codeOf(sql))
}

// --- internal ---

const use = /^\s*use\s+`?([^`\s;]+)/i
const ddl = /^\s*(?:create|alter|drop|rename)\s+(?!temporary\b|prepare\b)/i
const writes = /^\s*(?:with\b[^]*\)\s*)?(?:insert|replace|update|delete|truncate|load)\b/i

/** A statement without comments and without its texts: a title may be the name of a database. */
function codeOf(sql: string): string {
  return Array.from(readLexemes(sql), shown).join('')
}

function shown({ kind, text }: Lexeme): string {
  if (kind === 'comment') return ' '
  if (kind !== 'quoted' || text.startsWith('`')) return text
  // The server executes what is in a comment that begins with /*!.
  return text.startsWith('/*!') ? codeOf(text.replaceAll(/^\/\*!\d*|\*\/$/g, ' ')) : "''"
}
