import { expectRows, expectValue, type Lab } from '#support'
import type { Database } from '#exercise/11-database/8-database'
import { outcomeOf, readTables, soon } from './probes.ts'

/** Within the module each function keeps what it promises by itself, even if it was written once more for it. */
export async function expectAsApart(
  { random, server }: Pick<Lab, 'random' | 'server'>,
  database: Database,
): Promise<void> {
  const word = random.word()
  // Neither by id nor by birth, and two of the same second.
  const months = { 105: '2020-03', 106: '2020-03', 107: '2020-02', 108: '2020-01' }
  await server.query('INSERT INTO conversations (id, title, updated_at) VALUES ?', [
    Object.entries(months).map(([id, month]) => [id, `${word} ${id}`, `${month}-01 12:00:00`]),
  ])
  const seconds = ['01', '00', '00']
  await server.query('INSERT INTO messages (id, conversation_id, content, timestamp) VALUES ?', [
    seconds.map((second, index) => [201 + index, 105, 'Hello', `2020-01-01 12:00:${second}`]),
  ])
  const idsOf = async (rows: Promise<{ id: number }[] | null>) =>
    (await soon(rows))?.map(({ id }) => id)
  const listed = await idsOf(database.listConversations())
  expectValue(listed, [106, 105, 107, 108], 'listConversations()')
  expectValue(await idsOf(database.search(word)), [106, 105, 107, 108], 'search()')
  expectValue(await idsOf(database.getHistory(105)), [202, 203, 201], 'getHistory()')
  // A conversation in which somebody writes comes first.
  await soon(database.saveTurn(108, 'Tea?', 'Tea.'))
  expectValue((await idsOf(database.search(word)))?.[0], 108, 'saveTurn(), search()')
  const title = `${word}'s "title" \\`
  await soon(database.renameConversation(107, title))
  const [row] = await server.query<{ title: string }>(
    'SELECT title FROM conversations WHERE id = 107',
  )
  expectValue(row?.title, title, 'renameConversation()')
  expectValue(await idsOf(database.search(title)), [107], 'search()')
  // All of a turn, or nothing.
  const { messages } = await readTables(server)
  await server.query(`CREATE TRIGGER refuses BEFORE UPDATE ON conversations FOR EACH ROW
    SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205, MESSAGE_TEXT = 'Not now'`)
  await outcomeOf(() => soon(database.saveTurn(105, 'Tea?', 'Tea.')))
  await server.query('DROP TRIGGER refuses')
  expectRows((await readTables(server)).messages, messages, 'messages')
  await server.query('DELETE FROM conversations')
}
