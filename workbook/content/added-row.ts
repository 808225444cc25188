/** The row that the student adds on the tour. */
export interface Added {
  /** Is it there now, according to the statements? */
  there: boolean
  /** The titles of all added rows, and any other strings given with them; undefined if they can't be known. */
  titles: string[] | undefined
}

/** The conversations that the practice database begins with. */
export const seeded: readonly Row[] = [
  { id: 1, title: 'First steps with SQL' },
  { id: 2, title: 'Weekend in Kazan' },
  { id: 3, title: 'Rename my cat' },
  { id: 4, title: 'Empty conversation' },
]

/**
 * Is this condition true of the added row and of none of the first four, whatever else is in the table?
 * @param condition what comes after WHERE, in lower case; `'0'`, `'1'` for its texts
 */
export function namesAddedRow(
  condition: string,
  texts: readonly string[],
  { titles }: Added,
): boolean {
  return condition.split(/ or | \|\| /).every((alternative) => {
    const parts = alternative.split(' and ').map((part) => readPart(part, texts))
    const names = parts.some(Boolean)
    const own = parts.every((part) => !part || part.meetsAdded(titles))
    return names && own && !seeded.some((row) => parts.every((part) => !part || part.meets(row)))
  })
}

/** As the server compares titles: `a`, `A` and `á` are one letter. */
export function isAlike(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0
}

// --- internal ---

interface Row {
  id: number
  title: string
}

/** One condition of several; one that can't be read may be true of every row. */
interface Part {
  meets(row: Row): boolean
  meetsAdded(titles: readonly string[] | undefined): boolean
}

function readPart(part: string, texts: readonly string[]): Part | undefined {
  const shape = /^\(*(?:\w+\.)?(id|title) ?(<=>|>=|>|=|in\b|like\b) ?(.+?)\)*$/
  const [, column, operator, list = ''] = shape.exec(part) ?? []
  const values = [...list.matchAll(/'(\d+)'|\b\d+\b/g)].map(([number, index]) =>
    index === undefined ? number : texts[Number(index)]!,
  )
  if (column === 'id') return ofId(operator!, values.map(Number))
  return column === 'title' ? ofTitle(operator!, values) : undefined
}

/** Without a number, as in `id = LAST_INSERT_ID()`, it is assumed to be the added row's. */
function ofId(operator: string, ids: number[]): Part {
  const [first = Infinity] = ids
  if (operator === '>') return { meets: ({ id }) => id > first, meetsAdded: () => true }
  if (operator === '>=') return { meets: ({ id }) => id >= first, meetsAdded: () => true }
  return {
    meets: ({ id }) => ids.includes(id),
    meetsAdded: () => ids.length === 0 || ids.some((id) => !(id <= seeded.length)),
  }
}

function ofTitle(operator: string, values: string[]): Part {
  const compare = operator === 'like' ? isLike : isAlike
  const isNamed = (title: string) => values.some((value) => compare(title, value))
  return {
    meets: ({ title }) => isNamed(title),
    meetsAdded: (titles) => titles === undefined || titles.some(isNamed) || values.length === 0,
  }
}

function isLike(title: string, pattern: string): boolean {
  const parts = pattern.split(/([%_])/).map((part) => {
    if (part === '%') return '[^]*'
    return part === '_' ? '[^]' : part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  })
  return new RegExp(`^${parts.join('')}$`, 'i').test(title)
}
