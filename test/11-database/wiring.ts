import type { Database } from '../../solutions/11-database/8-database.ts'
import { expectValue, mistake, type Lab } from '#support'
import { outcomeOf, readTables, soon } from './probes.ts'
import { rowsOf } from './reads.ts'

/** Fails unless the module has every function of the interface. */
export function expectComplete(database: Database): void {
  const expected = Object.keys(names)
  const own = database as unknown as Record<string, unknown>
  const seen = expected.filter((name) => typeof own?.[name] === 'function')
  if (seen.length < expected.length) throw mistake('function-missing', { expected, seen })
}

/** Calls every function of the module: does everything that it was given arrive in the tables? */
export async function expectWiring(lab: Lab, database: Database): Promise<void> {
  const { server, random } = lab
  const title = ` ${random.title()}\n`
  const id = await run(database.createConversation(title))
  const empty = await run(database.createConversation(''))
  const untitled = await run(database.createConversation())
  const { conversations } = await readTables(server)
  const titles = conversations.map((row) => row.title)
  expectArrived(titles, [title, '', 'New conversation'], 'createConversation()')
  await server.query('DELETE FROM conversations WHERE id = ?', [empty])
  await expectMessagesArrive(lab, database, id)
  expectValue(await run(database.getHistory(untitled)), [], 'getHistory()')
  for (const missing of [untitled + 1, -untitled]) await expectMissing(database, missing)
  await expectChangesArrive(lab, database, [untitled, id])
  await expectAllReturned(lab, database)
}

// --- internal ---

async function expectMessagesArrive(lab: Lab, database: Database, id: number) {
  const { server, random } = lab
  // Even the spaces at their ends.
  const texts = [1, 2, 3].map(() => ` ${random.text()}\n`)
  const [question, answer, remark] = texts as [string, string, string]
  const turn = await run(database.saveTurn(id, question, answer))
  const single = await run(database.addMessage(id, 'ai', remark))
  const { messages } = await readTables(server)
  const seen = messages.map((row) => [row.id, row.conversation_id, row.sender, row.content])
  const expected = [
    [turn?.user, id, 'user', question],
    [turn?.ai, id, 'ai', answer],
    [single, id, 'ai', remark],
  ]
  expectArrived(seen, expected, 'saveTurn(), addMessage()')
  // Times as the options say.
  const times = (rows: Record<string, unknown>[] | null) => rows?.map((row) => row.timestamp)
  const sql = 'SELECT timestamp FROM messages WHERE conversation_id = ? ORDER BY id'
  const wanted = times(await rowsOf(lab, sql, [id]))
  expectValue(times(await run(database.getHistory(id))), wanted, 'getHistory()[].timestamp')
  const found = await run(database.search(remark))
  expectArrived(idsOf(found), [id], 'search()')
  for (const text of [` ${remark}`, `${remark} `])
    expectArrived(idsOf(await run(database.search(text))), [], 'search()')
}

/** Renames and deletes the first, archives the second. */
async function expectChangesArrive({ server, random }: Lab, database: Database, ids: number[]) {
  const [first, second] = ids as [number, number]
  const title = ` ${random.title()}\n`
  expectValue(await run(database.renameConversation(first, title)), true, 'renameConversation()')
  const renamed = (await readTables(server)).conversations.find((row) => row.id === first)
  expectArrived(renamed?.title, title, 'renameConversation()')
  // Spaces alone are a title, and so is none.
  for (const odd of ['  ', '', 'undefined', title]) {
    await run(database.renameConversation(first, odd))
    const { conversations } = await readTables(server)
    const seen = conversations.find((row) => row.id === first)?.title
    expectArrived(seen, odd, 'renameConversation()')
  }
  expectValue(await run(database.archiveConversation(second)), true, 'archiveConversation()')
  expectArrived(idsOf(await run(database.listConversations())), [first], 'listConversations()')
  // It stays there, whatever happens to it.
  await run(database.addMessage(second, 'user', title))
  await run(database.saveTurn(second, title, title))
  await run(database.renameConversation(second, title))
  await run(database.getHistory(second))
  const archived = (await readTables(server)).conversations.find((row) => row.id === second)
  expectValue(archived?.is_archived, 1, 'conversations.is_archived')
  expectValue(await run(database.deleteConversation(first)), true, 'deleteConversation()')
  expectArrived(idsOf((await readTables(server)).conversations), [second], 'deleteConversation()')
}

/** However many there are. */
async function expectAllReturned({ server, random }: Lab, database: Database): Promise<void> {
  const [word, many] = [random.word(), 1010]
  const id = await run(database.createConversation(word))
  const rows = Array.from({ length: many }, () => [id, word])
  await server.query('INSERT INTO messages (conversation_id, content) VALUES ?', [rows])
  await server.query('INSERT INTO conversations (title) VALUES ?', [rows.map(() => [word])])
  const seen = {
    getHistory: (await run(database.getHistory(id)))?.length,
    listConversations: (await run(database.listConversations())).length,
    search: (await run(database.search(word))).length,
  }
  const expected = { getHistory: many, listConversations: many + 1, search: many + 1 }
  if (JSON.stringify(seen) !== JSON.stringify(expected))
    throw mistake('cut-short', { expected, seen })
}

const idsOf = (rows: { id: number }[]) => rows?.map(({ id }) => id)

/** Every name of the interface: the compiler finds one that is missing here. */
const names: Record<keyof Database, true> = {
  createConversation: true,
  listConversations: true,
  getHistory: true,
  addMessage: true,
  saveTurn: true,
  renameConversation: true,
  archiveConversation: true,
  deleteConversation: true,
  search: true,
  close: true,
}

async function run<T>(asked: Promise<T>): Promise<T> {
  const { value, error } = await outcomeOf(() => soon(asked))
  if (error && /undefined/.test(error.message)) {
    throw mistake('undefined-into-execute', { expected: 'a value', seen: error })
  }
  if (error) throw error
  return value as T
}

function expectArrived(seen: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(seen) === JSON.stringify(expected)) return
  throw mistake('argument-lost', { expected: { [what]: expected }, seen: seen ?? String(seen) })
}

/** No conversation: `null` or `false`, no matter who is asked. */
async function expectMissing(database: Database, missing: number): Promise<void> {
  const run = async <T>(asked: Promise<T>) => {
    const { value, error } = await outcomeOf(() => soon(asked))
    if (error) throw mistake('missing-throws', { expected: 'null, false', seen: error })
    return value as T
  }
  const history = await run(database.getHistory(missing))
  if (Array.isArray(history)) throw mistake('empty-for-missing', { expected: null, seen: history })
  expectValue(history, null, 'getHistory()')
  const added = await run(database.addMessage(missing, 'user', 'Is anybody there?'))
  expectValue(added, null, 'addMessage()')
  expectValue(await run(database.saveTurn(missing, 'Is anybody', 'there?')), null, 'saveTurn()')
  const renamed = await run(database.renameConversation(missing, 'Nobody'))
  expectValue(renamed, false, 'renameConversation()')
  expectValue(await run(database.archiveConversation(missing)), false, 'archiveConversation()')
  expectValue(await run(database.deleteConversation(missing)), false, 'deleteConversation()')
}
