import type { Statement } from '../verdict.ts'

export interface Tour {
  taken: ReadonlySet<TourStep>
  /** A DELETE that takes too much with it. */
  slip?: 'delete-by-date' | 'delete-without-where'
}

/** The steps of the exercise `shell/tour`, in order: the titles of its tests, and the statements that take them. */
const steps = {
  'lists the databases of the server': is(/^show (?:databases|schemas)(?: (?:like|where) .+)?$/),
  'makes ai_chat_db the current database': is(/^use ai_chat_db$/),
  'lists the tables of the database': is(
    /^show tables(?: (?:from|in) \w+)?(?: (?:like|where) .+)?$/,
  ),
  'describes the columns of a table': is(
    /^(?:describe|desc|explain|show (?:columns|fields) (?:from|in)) (?:conversations|messages)\b[^;]*$/,
  ),
  'shows the CREATE TABLE of a table': is(/^show create table (?:conversations|messages)$/),
  'reads all rows of conversations': is(
    /^select \* from conversations(?: (?:order by|limit) .+)?$/,
  ),
  'adds a conversation': isInsert,
  'looks at the row before it is deleted': is(
    /^select .+ from conversations where \(?(?:id|title)\b.+$/,
  ),
  'deletes the added row and no other': deletesAddedRow,
} as const satisfies Record<string, (sql: string, added: Added) => boolean>

export type TourStep = keyof typeof steps

/**
 * Which steps of the tour these statements take. A statement is known by its shape: case, spaces, comments and quotes
 * round names do not matter.
 * @param schema the name of the database that they were sent to
 * @param before steps that were taken earlier: their statements may no longer be in the log
 */
export function followTour(
  statements: readonly Statement[],
  schema: string,
  before: readonly string[] = [],
): Tour {
  const taken = new Set<TourStep>()
  const added: Added = { some: before.includes('adds a conversation'), titles: [] }
  let slip: Tour['slip']
  for (const sql of statements.flatMap((statement) => shapeOf(statement, schema))) {
    for (const [step, takes] of Object.entries(steps)) {
      if (takes(sql, added)) taken.add(step as TourStep)
    }
    if (isInsert(sql)) {
      added.some = true
      added.titles.push(...literalsOf(sql))
    }
    slip = slipOf(sql) ?? slip
  }
  return { taken, ...(slip && { slip }) }
}

// --- internal ---

/** What the student has added so far. */
interface Added {
  some: boolean
  /** As far as the statements tell. */
  titles: string[]
}

/** The conversations that the practice database begins with. */
const seeded = ['1', '2', '3', '4']

function is(shape: RegExp): (sql: string) => boolean {
  return (sql) => shape.test(sql)
}

function isInsert(sql: string): boolean {
  return /^insert (?:into )?conversations\b.+$/.test(sql)
}

/** By a title that was added before, or by an id that is not one of the first four. */
function deletesAddedRow(sql: string, added: Added): boolean {
  const texts = literalsOf(sql)
  // A text may hold anything, an ` and ` too: its number stands for it.
  let number = 0
  const plain = sql.replaceAll(literal, () => `'${number++}'`)
  const shape = /^delete from conversations where (.+?)(?: order by .+?)?(?: limit \d+)?$/
  const conditions = shape.exec(plain)?.[1]?.split(' and ') ?? []
  const namesOne = conditions.map((condition) => {
    const [, column, value = ''] = /^\(?(id|title) ?(?:=|in) ?(.+?)\)?$/.exec(condition) ?? []
    const numbers = value.match(/\d+/g) ?? []
    if (column === 'id') return !numbers.some((id) => seeded.includes(id))
    const titles = numbers.map((index) => texts[Number(index)]!)
    return column === 'title' && titles.every((title) => isAdded(title, added))
  })
  return (
    added.some && namesOne.length > 0 && namesOne.every(Boolean) && !/ (?:or|xor) |\|\|/.test(plain)
  )
}

/** Where the INSERT is no longer in the log, any title may be the added one. */
function isAdded(title: string, { titles }: Added): boolean {
  return titles.length === 0 || titles.includes(title)
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
  return (sql.match(literal) ?? []).map((text) => text.slice(1, -1))
}

/** One line in small letters, without comments, backticks, the name of the database and the closing `;`. */
function shapeOf({ command, sql }: Statement, schema: string): string[] {
  if (command === 'Init DB') return sql === schema ? ['use ai_chat_db'] : []
  if (command !== 'Query' && command !== 'Execute') return []
  const code = sql.replaceAll(literalOrComment, (_whole, text?: string) => text ?? ' ')
  const literals = code.match(literal) ?? []
  const parts = code
    .split(literal)
    .flatMap((part, index) => [shapeOfCode(part, schema), literals[index] ?? ''])
  return [
    parts
      .join('')
      .replace(/[\s;]+$/, '')
      .trim(),
  ]
}

function shapeOfCode(code: string, schema: string): string {
  const plain = code.replaceAll('`', '').replaceAll(/\s+/g, ' ').toLowerCase()
  return plain.replaceAll(schema.toLowerCase(), 'ai_chat_db').replaceAll('ai_chat_db.', '')
}
