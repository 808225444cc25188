import { isDeepStrictEqual } from 'node:util'
import type { MessageKey, MessageParams } from '../../workbook/language/language.ts'
import { textOfTyped, type Finding, type Json } from '../../workbook/verdict.ts'

// What most likely lies behind a difference, as far as the two sides alone can tell. A guess that fits only some of the
// rows is not made.

type Row = { [column: string]: Json }

/**
 * Why rows differ: what `missing` and `extra` have in common.
 * @param isTable the rows are what a table contains, not what a function returned
 */
export function causeOfRows(
  expected: readonly Json[],
  seen: readonly Json[],
  {
    missing,
    extra,
    isTable,
  }: { missing: readonly Json[]; extra: readonly Json[]; isTable: boolean },
): Finding | undefined {
  if (seen.length === 0) return cause(isTable ? 'table-empty' : 'no-rows')
  if (!isRows(expected) || !isRows(seen) || !isRows(missing) || !isRows(extra)) return undefined
  const [wanted, came] = [columnsOf(expected), columnsOf(seen)]
  if (wanted !== came && expected.length > 0)
    return cause('columns', { expected: wanted, seen: came })
  const known = new Set(expected.map(inFull))
  const isCopy = (row: Row) => known.has(inFull(row))
  if (extra.length === 0) {
    const params = { missing: missing.length, example: inBrief(missing[0]!) }
    if (isTable) return cause('rows-not-there', params)
    const isBeginning = isDeepStrictEqual(seen, expected.slice(0, seen.length))
    return isBeginning ? cause('rows-end', { n: seen.length }) : cause('rows-kept-out', params)
  }
  if (missing.length === 0) {
    if (extra.every(isCopy)) return cause('rows-double', { extra: extra.length })
    const params = { extra: extra.length, example: inBrief(extra[0]!) }
    return cause(isTable ? 'rows-too-many-there' : 'rows-let-in', params)
  }
  return extra.some(isCopy) ? undefined : causeOfPairs(missing, extra, isTable)
}

/** Why a single value differs. @param what what was looked at */
export function causeOfValue(expected: unknown, seen: unknown, what: string): Finding | undefined {
  if (isPromise(seen)) return cause('promise')
  if (seen === undefined && expected !== undefined) return cause('nothing')
  const isCall = what.endsWith(')')
  if (isCall && seen === null) return cause('no-row')
  if (isCall && expected === null) return cause('not-null')
  if (typeof seen === 'string' && typeof expected === 'string')
    return causeOfTexts([{ expected, seen }], what)
  if (Array.isArray(seen) && Array.isArray(expected)) return causeOfLists(expected, seen, what)
  const kinds = [typeof expected, typeof seen]
  const isSimple = kinds.every((kind) => ['number', 'string', 'bigint'].includes(kind))
  return isSimple && String(expected) === String(seen)
    ? cause('type', { expected: typeof expected, seen: typeof seen })
    : undefined
}

/** Why a single row, as JSON, differs. */
export function causeOfRow(expected: Json, seen: Json): Finding | undefined {
  if (!isRow(expected) || textOfTyped(expected) !== undefined) return undefined
  if (seen === null) return cause('no-row')
  const [missing, extra] = [[expected], [seen]]
  const [wanted, came] = [missing, isRow(seen) ? [seen] : []].map(columnsOf)
  if (isRow(seen) && wanted !== came) return cause('properties', { expected: wanted!, seen: came! })
  return causeOfRows(missing, extra, { missing, extra, isTable: false })
}

/** Why something that should be an array of rows is none. */
export function causeOfNoRows(seen: unknown, expected: readonly object[]): Finding | undefined {
  if (isPromise(seen)) return cause('promise')
  if (seen === undefined) return cause('nothing')
  if (seen === null && expected.length > 0) return cause('no-row')
  if (typeof seen !== 'object' || seen === null) return undefined
  return cause('affectedRows' in seen ? 'header' : 'single-row')
}

/** Why JavaScript itself threw. */
export function causeOfError(error: Error): Finding | undefined {
  const { name, message } = error
  if (isByAnswer(error)) return cause('own-error')
  if (name !== 'TypeError') return undefined
  if (message.includes('is not iterable')) return cause('not-iterable')
  if (message.startsWith('Bind parameters must not contain undefined'))
    return cause('undefined-parameter')
  const called = /^([\w.]+)\.(\w+) is not a function$/.exec(message)
  if (called) return cause('no-method', { object: called[1]!, method: called[2]! })
  const read =
    /^Cannot read properties of (?<value>undefined|null) \(reading '(?<property>.+)'\)$/.exec(
      message,
    ) ??
    /^Cannot destructure property '(?<property>.+?)' of .* as it is (?<value>undefined|null)/.exec(
      message,
    )
  return read ? cause('read-of-nothing', { ...read.groups }) : undefined
}

// --- internal ---

/**
 * Has the answer itself made the error? JavaScript never makes a plain one, a RangeError in few places, and those of
 * Node.js and the driver have a code.
 */
function isByAnswer(error: Error): boolean {
  const { name } = error.constructor
  const isPlain = name === 'Error' || name === 'RangeError' || !(name in globalThis)
  if (!isPlain || 'code' in error || error.cause || ofJavaScript.test(error.message)) return false
  const [first = ''] = error.stack?.split('\n').filter((line) => /^ +at /.test(line)) ?? []
  return first !== '' && !elsewhere.test(first)
}

const ofJavaScript = /^(Maximum call stack size exceeded|Invalid (array|string) length)$/

/** In a stack: JavaScript, a package, Node.js, and what judges. An answer to try is in a folder beside its spec. */
const elsewhere =
  /<anonymous>|node_modules|node:|[\\/]test[\\/](?:support|\d\d-[^\\/]+[\\/][^\\/]+\.ts)\b/

type CauseKey = Extract<MessageKey, `cause.${string}`> extends `cause.${infer Name}` ? Name : never

function cause(name: CauseKey, params: MessageParams = {}): Finding {
  return { key: `cause.${name}`, params }
}

function isRows(values: readonly Json[]): values is Row[] {
  return values.every(isRow)
}

function isRow(value: unknown): value is Row {
  return value?.constructor === Object
}

function columnsOf(rows: readonly Row[]): string {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].toSorted().join(', ')
}

/** Each missing row beside the row that came in its place, if it is certain which one did. */
function causeOfPairs(
  missing: readonly Row[],
  extra: readonly Row[],
  isTable: boolean,
): Finding | undefined {
  const pairs = missing.flatMap((row, index) => {
    const other = 'id' in row ? extra.find(({ id }) => id === row.id) : extra[index]
    return other ? [[row, other] as const] : []
  })
  if (pairs.length === 0 && !isTable) return cause('rows-others')
  if (pairs.length < missing.length || missing.length !== extra.length) return undefined
  const columns = Object.keys(missing[0]!).filter((column) =>
    pairs.some(([row, other]) => !isDeepStrictEqual(row[column], other[column])),
  )
  const cellsOf = (column: string) =>
    pairs
      .map(([row, other]) => ({ expected: row[column], seen: other[column] }))
      .filter(({ expected, seen }) => !isDeepStrictEqual(expected, seen))
  const texts = columns.map((column) => causeOfTexts(cellsOf(column), column))
  if (texts.length === 1 && texts[0]) return texts[0]
  // By their places alone, several rows may be paired wrongly, unless a text has changed in one way in all of them.
  if (pairs.length > 1 && !('id' in missing[0]!)) return undefined
  const first = columns[0] === undefined ? undefined : cellsOf(columns[0])[0]
  return (
    first &&
    cause('cells', {
      columns: columns.join(', '),
      expected: inBrief(first.expected),
      seen: inBrief(first.seen),
    })
  )
}

/** What became of a text, in the order in which they are tried: a text without its last space is cut, too. */
const changes: [CauseKey, (expected: string, seen: string) => boolean][] = [
  ['text-empty', (_, seen) => seen === ''],
  ['text-trimmed', (text, seen) => [text.trim(), text.trimEnd(), text.trimStart()].includes(seen)],
  ['text-case', (text, seen) => text.toLowerCase() === seen || text.toUpperCase() === seen],
  [
    'text-normalised',
    (text, seen) => ['NFC', 'NFD', 'NFKC', 'NFKD'].some((form) => text.normalize(form) === seen),
  ],
  ['text-spaces', (text, seen) => withoutSpaces(text) === withoutSpaces(seen)],
  ['text-cut', (text, seen) => text.startsWith(seen)],
]

function causeOfTexts(
  pairs: readonly { expected?: Json; seen?: Json }[],
  column: string,
): Finding | undefined {
  const found = changes.find(([, isSo]) =>
    pairs.every(
      ({ expected, seen }) =>
        typeof expected === 'string' && typeof seen === 'string' && isSo(expected, seen),
    ),
  )
  return found && cause(found[0], { column })
}

/** Why a list of values, not of rows, differs. */
function causeOfLists(
  expected: readonly Json[],
  seen: readonly Json[],
  what: string,
): Finding | undefined {
  if (seen.length > 0 && seen.every((one) => one === undefined)) return cause('nothing')
  const [missing, extra] = [without(expected, seen), without(seen, expected)]
  if (missing.length === 0 && extra.length === 0) return cause('values-order')
  if (missing.length === 0)
    return cause('values-more', { extra: extra.length, example: inBrief(extra[0]) })
  if (extra.length === 0)
    return cause('values-fewer', { missing: missing.length, example: inBrief(missing[0]) })
  if (expected.length !== seen.length) return undefined
  const pairs = expected.map((one, index) => ({ expected: one, seen: seen[index] }))
  return causeOfTexts(
    pairs.filter((pair) => !isDeepStrictEqual(pair.expected, pair.seen)),
    what,
  )
}

/** What is in the first list and not in the second one, each as often as it is missing there. */
export function without(values: readonly Json[], others: readonly Json[]): Json[] {
  const rest = [...others]
  return values.filter((one) => {
    const index = rest.findIndex((other) => isDeepStrictEqual(other, one))
    if (index !== -1) rest.splice(index, 1)
    return index === -1
  })
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function isPromise(value: unknown): boolean {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function'
}

/** The same text for rows that are equal, in whatever order their columns are. */
function inFull(row: Row): string {
  return JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function inBrief(value: Json | undefined): string {
  const text = String(JSON.stringify(value, (_, part: Json) => textOfTyped(part) ?? part))
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}
