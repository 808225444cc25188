import { expectRows, mistake, type Server } from '#support'
import { expectColumns } from './probes.ts'

export interface FoundRow {
  id: number
  conversation_id: number
  title: string
  content: string
}

/**
 * Compares the result of a search for `text` with the tables, and names the mistake where one is known.
 * @param guilty the mistake to name when messages came that do not match
 */
export async function judgeFound(
  server: Server,
  seen: unknown,
  text: string,
  guilty?: string,
): Promise<void> {
  const all = await readAll(server, text)
  const expected = all.filter(({ matches }) => matches).map(({ row }) => row)
  expectColumns(seen, Object.keys(all[0]!.row))
  if (Array.isArray(seen)) {
    const rows = seen as FoundRow[]
    judgeJoin(rows, expected)
    judgeExtra(rows, all, guilty)
    judgeMissing(rows, all, text)
    judgeOrder(rows, expected)
  }
  expectRows(seen, expected, 'searchMessages()')
}

// --- internal ---

interface Candidate {
  row: FoundRow
  archived: boolean
  matches: boolean
  titleMatches: boolean
}

/** Every message, the newest first; INSTR(), which has no wildcards, decides whether it matches. */
async function readAll(server: Server, text: string): Promise<Candidate[]> {
  const rows = await server.query<FoundRow & Record<'archived' | 'found' | 'titled', unknown>>(
    `SELECT m.id, m.conversation_id, c.title, m.content, c.is_archived AS archived,
       INSTR(m.content, ?) > 0 AS found, INSTR(c.title, ?) > 0 AS titled
     FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
     ORDER BY m.timestamp DESC, m.id DESC`,
    [text, text],
  )
  return rows.map(({ archived, found, titled, ...row }) => ({
    row,
    archived: Number(archived) === 1,
    matches: Number(found) === 1,
    titleMatches: Number(titled) === 1,
  }))
}

function judgeJoin(seen: FoundRow[], expected: FoundRow[]): void {
  const details = { expected, seen }
  for (const row of seen) {
    const right = expected.find(({ content }) => content === row.content)
    if (!right) continue
    const twins = (rows: FoundRow[]) => rows.filter(({ content }) => content === row.content).length
    if (twins(seen) > twins(expected)) throw mistake('cross-join', details)
    if (twins(expected) > 1) continue
    if (row.id !== right.id && row.id === row.conversation_id)
      throw mistake('id-overwritten', details)
    if (row.id === right.id && row.title !== right.title) {
      const isChanged = bare(row.title) === bare(right.title)
      throw mistake(isChanged ? 'text-changed' : 'joined-on-id', details)
    }
  }
}

/** Equal for two titles that differ only in spaces and in how their letters are written. */
const bare = (title: unknown) => String(title).normalize('NFKC').replaceAll(/\s+/g, '')

function judgeMissing(seen: FoundRow[], all: Candidate[], text: string): void {
  const right = all.filter(({ matches }) => matches)
  const missing = right.filter(({ row }) => seen.every(({ id }) => id !== row.id))
  if (missing.length === 0) return
  const details = { expected: right.map(({ row }) => row), seen }
  // Of several that say the same, one was found.
  if (missing.every(({ row }) => seen.some(({ content }) => content === row.content))) return
  const allOf = (holds: (one: Candidate) => boolean) => missing.every(holds)
  const isThere = allOf(({ row }) => row.content.includes(text))
  // Characters that are easily lost, letters in parts, a long text.
  if (isThere && (/[^ -~А-яЁё]|\$[$&]/.test(text) || text.length > 200))
    throw mistake('text-changed', details)
  if (seen.length === 0) return
  if (allOf(({ archived }) => archived)) throw mistake('archived-left-out', details)
  if (allOf(({ row }) => !row.content.includes(text))) throw mistake('case-sensitive', details)
  const fromTheStart = seen.every(({ content }) => content.startsWith(text))
  const elsewhere = allOf(({ row }) => row.content !== text)
  if (fromTheStart && elsewhere) throw mistake('only-whole-text', details)
}

function judgeExtra(seen: FoundRow[], all: Candidate[], guilty: string | undefined): void {
  const extra = all.filter(({ row, matches }) => !matches && seen.some(({ id }) => id === row.id))
  if (extra.length === 0) return
  const details = { expected: [], seen: extra.map(({ row }) => row) }
  if (extra.every(({ titleMatches }) => titleMatches)) throw mistake('searches-titles', details)
  if (guilty) throw mistake(guilty, details)
}

function judgeOrder(seen: FoundRow[], expected: FoundRow[]): void {
  const order = (rows: FoundRow[]) => rows.map(({ id }) => id).join()
  if (sameMessages(seen, expected) && order(seen) !== order(expected)) {
    throw mistake('wrong-order', { expected, seen })
  }
}

function sameMessages(some: FoundRow[], others: FoundRow[]): boolean {
  const sorted = (rows: FoundRow[]) =>
    rows
      .map(({ id }) => id)
      .toSorted((a, b) => a - b)
      .join()
  return sorted(some) === sorted(others)
}
