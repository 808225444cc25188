import type { Statement } from '../verdict.ts'
import { isAlike, namesAddedRow, seeded, type Added } from './added-row.ts'

export interface Tour {
  taken: ReadonlySet<TourStep>
  /** A DELETE that takes too much with it. */
  slip?: 'delete-by-date' | 'delete-without-where'
}

/** The steps of the exercise `shell/tour`, in order: the titles of its tests, and the statements that complete them. */
const steps = {
  'lists the databases of the server': is(/^show (?:databases|schemas)$/),
  'makes ai_chat_db the current database': is(/^use ai_chat_db$/),
  'lists the tables of the database': is(/^show (?:full )?tables(?: (?:from|in) ai_chat_db)?$/),
  'describes the columns of a table': is(
    /^(?:describe|desc|explain|show (?:full )?(?:columns|fields) (?:from|in)) (?:conversations|messages)(?: (?:from|in) ai_chat_db)?$/,
  ),
  'shows the CREATE TABLE of a table': is(/^show create table (?:conversations|messages)$/),
  // Some clients add a limit by themselves, far above the four rows that there are.
  'reads all rows of conversations': (sql) => readsAll(withStar(sql)),
  'adds a conversation': addsOwnTitle,
  'looks at the row before it is deleted': looksAtAddedRow,
  'deletes the added row and no other': deletesAddedRow,
} as const satisfies Record<string, (sql: string, added: Added) => boolean>

export type TourStep = keyof typeof steps

/**
 * Which steps of the tour these statements take. A statement is known by its shape: case, spaces, comments and quotes
 * around names do not matter.
 * @param schema the name of the database that they were sent to
 * @param before steps that were taken earlier: their statements may no longer be in the log
 */
export function followTour(
  statements: readonly Statement[],
  schema: string,
  before: readonly string[] = [],
): Tour {
  const taken = new Set<TourStep>()
  const there = before.includes('adds a conversation')
  const added: Added = { there, titles: there ? undefined : [] }
  let slip: Tour['slip']
  for (const sql of shapesOf(statements, schema)) {
    for (const [step, takes] of Object.entries(steps)) {
      if (takes(sql, added)) taken.add(step as TourStep)
    }
    if (deletesAddedRow(sql, added)) added.there = false
    if (isInsert(sql)) note(sql, added)
    slip = slipOf(sql) ?? slip
  }
  return { taken, ...(slip && { slip }) }
}

// --- internal ---

const readsAll = is(
  /^(?:select \* from|table) conversations(?: order by (?:(?! limit ).)+)?(?: limit (?:0 ?, ?)?\d{2,})?$/,
)

/** All columns named, in whatever order, are the same as `*`, and so is `c.*`. */
function withStar(sql: string): string {
  const shape =
    /^select (.+?) from conversations(?: as (\w+)| (?!order |limit )(\w+)(?= order | limit |$))?(.*)$/
  const [, names = '', as, alias = as ?? 'conversations', rest = ''] = shape.exec(sql) ?? []
  const own = new RegExp(`^${alias} ?\\. ?`)
  const sorted = names.split(',').map((name) => name.trim().replace(own, ''))
  const all = ['*', 'created_at,id,is_archived,title,updated_at']
  return all.includes(sorted.toSorted().join()) ? `select * from conversations${rest}` : sql
}

function is(shape: RegExp): (sql: string) => boolean {
  return (sql) => shape.test(sql)
}

function isInsert(sql: string): boolean {
  return /^(?:insert|replace) (?:ignore )?(?:into )?conversations\b.+$/.test(sql)
}

/** A column list without `title` leaves the row to the column's default. */
function addsOwnTitle(sql: string): boolean {
  if (!isInsert(sql)) return false
  const [, columns] = / conversations ?\(([^)]*)\)/.exec(sql) ?? []
  const own = literalsOf(sql).some((text) => !seeded.some(({ title }) => isAlike(text, title)))
  return (columns === undefined || /\btitle\b/.test(columns)) && (own || isComputed(sql))
}

function looksAtAddedRow(sql: string, added: Added): boolean {
  const shape =
    /^select (?!count\b).+? from conversations(?: (?:as )?\w+)? where (.+?)(?: order by .+?)?(?: limit (?:0 ?, ?)?[1-9]\d*)?$/
  return added.there && namesAdded(sql, shape, added)
}

function deletesAddedRow(sql: string, added: Added): boolean {
  const shape =
    /^delete from conversations(?: (?:as )?\w+)? where (.+?)(?: order by .+?)?(?: limit [1-9]\d*)?$/
  return added.there && namesAdded(sql, shape, added)
}

function namesAdded(sql: string, shape: RegExp, added: Added): boolean {
  // A string may contain anything, even an ` and `, so a number stands for it.
  let number = 0
  const condition = shape.exec(sql.replaceAll(literal, () => `'${number++}'`))?.[1]
  return condition !== undefined && namesAddedRow(condition, literalsOf(sql), added)
}

/** Where the title is computed, or the INSERT is no longer in the log, any title may be the added one. */
function note(sql: string, added: Added): void {
  added.there = true
  added.titles = isComputed(sql) ? undefined : [...(added.titles ?? []), ...literalsOf(sql)]
}

function isComputed(sql: string): boolean {
  return /\b(?!values?\b|conversations\b)[a-z_]+\(|@/.test(sql.replaceAll(literal, ''))
}

function slipOf(sql: string): Tour['slip'] {
  if (sql === 'delete from conversations') return 'delete-without-where'
  return /^delete from conversations where .*created_at ?>/.test(sql) ? 'delete-by-date' : undefined
}

const literal = /'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*"/g
const literalOrComment = new RegExp(
  `(${literal.source})|/\\*(?!!)[^]*?\\*/|--(?:[ \\t][^\\n]*|(?=\\n|$))|#[^\\n]*`,
  'g',
)

function literalsOf(sql: string): string[] {
  return (sql.match(literal) ?? []).map((text) =>
    text.slice(1, -1).replaceAll(/\\([^])|''|""/g, (pair, escaped?: string) => escaped ?? pair[0]!),
  )
}

/**
 * Each on one line in lower case, without comments, backticks, the name of the database and the closing `;`. Where
 * its connection is in another database, a table without a database's name is `elsewhere`.
 */
function shapesOf(statements: readonly Statement[], schema: string): string[] {
  const elsewhere = new Set<number>()
  return statements.flatMap(({ thread, command, sql }) => {
    const isUse = command === 'Init DB'
    if (!isUse && command !== 'Query' && command !== 'Execute') return []
    const shape = isUse ? `use ${shapeOfCode(sql, schema)}` : shapeOf(sql, schema)
    if (shape === 'use ai_chat_db') elsewhere.delete(thread)
    else if (/^use \S+$/.test(shape)) elsewhere.add(thread)
    if (!elsewhere.has(thread)) return [shape.replaceAll('ai_chat_db.', '')]
    return [
      shape
        .replaceAll(
          /(?<!\.)\b(?=(?:conversations|messages)\b)|^show tables\b(?! from| in)/g,
          'elsewhere $&',
        )
        .replaceAll('ai_chat_db.', ''),
    ]
  })
}

function shapeOf(sql: string, schema: string): string {
  const code = sql.replaceAll(literalOrComment, (_whole, text?: string) => text ?? ' ')
  const literals = code.match(literal) ?? []
  const parts = code
    .split(literal)
    .flatMap((part, index) => [shapeOfCode(part, schema), literals[index] ?? ''])
  return parts
    .join('')
    .replace(/[\s;]+$/, '')
    .trim()
}

function shapeOfCode(code: string, schema: string): string {
  const plain = code.replaceAll('`', '').replaceAll(/\s+/g, ' ').toLowerCase()
  return plain.replaceAll(schema.toLowerCase(), 'ai_chat_db')
}
