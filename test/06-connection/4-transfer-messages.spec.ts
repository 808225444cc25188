import { transferMessages } from '#exercise/06-connection/4-transfer-messages'
import { exercise, expectRows, expectValue, mistake, type Lab } from '#support'
import { openRival, untilBlocked } from '../support/faults.ts'
import { begins, errnoOf, hasOpenTransaction, outcomeOf, readable } from './sessions.ts'

const test = exercise(import.meta.url, { tables: 'chat' })

test('moves the messages, leaves a note and deletes the emptied conversation', async (lab) => {
  const { from, to } = choose(lab)
  const result = await call(lab, from, to)
  const { moved } = await expectMoved(lab, from, to)
  expectValue(result, { moved, merged: true }, 'transferMessages()')
  await expectNote(lab, from, to, true)
  const left = await lab.server.query<{ id: number }>('SELECT id FROM conversations ORDER BY id')
  const expected = lab.chat.conversations.filter(({ id }) => id !== from).map(({ id }) => ({ id }))
  expectRows(left, expected, 'conversations')
})

test('touches no other conversation', async (lab) => {
  const { from, to } = choose(lab)
  await call(lab, from, to)
  const select = 'SELECT * FROM messages WHERE conversation_id NOT IN (?) ORDER BY id'
  const expected = lab.chat.messages.filter((row) => ![from, to].includes(row.conversation_id))
  const seen = await lab.server.query<{ id: string }>(select, [[from, to]])
  if (seen.length < expected.length) throw mistake('moves-other-messages', { expected, seen })
  expectRows(seen, expected, 'messages')
})

test('keeps the move and nothing of the merging when the merging is refused', async (lab) => {
  const { from, to } = choose(lab)
  await pin(lab, from)
  const result = await call(lab, from, to)
  await expectMoved(lab, from, to)
  await expectNote(lab, from, to, false)
  const { length: moved } = lab.chat.messages.filter((row) => row.conversation_id === from)
  if (result.merged !== false)
    throw mistake('always-merged', { expected: false, seen: result.merged })
  expectValue(result, { moved, merged: false }, 'transferMessages()')
})

test('does all of it in one transaction', async (lab) => {
  const { from, to } = choose(lab)
  await call(lab, from, to)
  const statements = await lab.server.statements()
  const ends = statements.filter(({ sql }) => /^\s*(commit|rollback\s*($|;))/i.test(sql))
  const details = { expected: ['START TRANSACTION', '…', 'COMMIT'], seen: readable(statements) }
  if (begins(statements).length === 0) throw mistake('no-transaction', details)
  if (await hasOpenTransaction(lab.connection)) throw mistake('not-committed', details)
  expectValue(ends.length, 1, 'COMMIT')
})

test('changes nothing and throws when the messages cannot be moved', async (lab) => {
  const { from } = choose(lab)
  const outcome = await outcomeOf(transferMessages(lab.connection, from, 9_000_000))
  await expectUnchanged(lab)
  const expected = 'ER_NO_REFERENCED_ROW_2 (1452)'
  if (outcome === 'late' || 'value' in outcome) {
    throw mistake('swallows-errors', {
      expected,
      seen: outcome === 'late' ? outcome : outcome.value,
    })
  }
  if (errnoOf(outcome.error) !== 1452) throw outcome.error
  if (await hasOpenTransaction(lab.connection)) throw mistake('transaction-left-open')
})

test('throws when a deadlock during the merging has taken the move away too', async (lab) => {
  const { connection, server } = lab
  const { from, to } = choose(lab)
  await using rival = await openRival(server)
  await rival.lock(from)
  const call = outcomeOf(transferMessages(connection, from, to))
  await untilBlocked(server, connection)
  rival.ask(to)
  const outcome = await call
  await rival.rollback()
  if (outcome !== 'late' && 'value' in outcome) {
    const seen = await server.query('SELECT id FROM messages WHERE conversation_id = ?', [from])
    if (seen.length > 0) throw mistake('move-lost', { expected: 'an error', seen: outcome.value })
  } else await expectUnchanged(lab)
})

test('refuses to merge a conversation with itself', async (lab) => {
  const { from } = choose(lab)
  const outcome = await outcomeOf(transferMessages(lab.connection, from, from))
  await expectUnchanged(lab)
  if (outcome === 'late' || 'value' in outcome)
    throw mistake('swallows-errors', { expected: 'RangeError' })
  expectValue(
    (outcome.error as Error)?.name,
    'RangeError',
    `transferMessages(connection, ${from}, ${from})`,
  )
  if (await hasOpenTransaction(lab.connection)) throw mistake('transaction-left-open')
})

// --- internal ---

function choose({ chat, random }: Lab): { from: number; to: number } {
  const [from, to] = random.shuffle(chat.conversations.slice(0, -1).map(({ id }) => id))
  return { from: from!, to: to! }
}

/** Calls the student's function; errors that have a name are named. */
async function call({ connection, server }: Lab, from: number, to: number) {
  const outcome = await outcomeOf(transferMessages(connection, from, to))
  if (outcome === 'late') throw mistake('transaction-left-open')
  if ('value' in outcome) return outcome.value
  const errno = errnoOf(outcome.error)
  const seen = outcome.error
  if (errno === 1295) throw mistake('savepoint-prepared', { seen })
  if (errno === 1305) {
    throw mistake(
      begins(await server.statements()).length === 0 ? 'no-transaction' : 'savepoint-too-late',
      { seen },
    )
  }
  if (errno === 1451) throw mistake('rolls-back-everything', { seen })
  throw seen
}

/** Another part of the application refers to a conversation: it can't be deleted any more (error 1451). */
async function pin({ server }: Lab, conversation: number) {
  await server.query(
    'CREATE TABLE pins (conversation_id INT NOT NULL, FOREIGN KEY (conversation_id) REFERENCES conversations (id))',
  )
  await server.query('INSERT INTO pins VALUES (?)', [conversation])
}

async function expectMoved({ chat, connection, server }: Lab, from: number, to: number) {
  const rows = chat.messages.filter((row) => [from, to].includes(row.conversation_id))
  const expected = rows.map((row) => ({ ...row, conversation_id: to }))
  const select =
    'SELECT * FROM messages WHERE conversation_id IN (?) AND content NOT LIKE ? ORDER BY id'
  const seen = await server.query<{ id: number; conversation_id: number; content: string }>(
    select,
    [[from, to], 'Merged from%'],
  )
  const details = { expected, seen }
  const known = new Set(rows.map(({ id }) => id))
  const contents = seen.map(({ content }) => content)
  if (await hasOpenTransaction(connection)) throw mistake('not-committed', details)
  if (rows.some(({ content }) => !contents.includes(content)))
    throw mistake('cascade-deletes-messages', details)
  if (seen.some(({ id }) => !known.has(Number(id)))) {
    throw mistake(seen.length > rows.length ? 'moves-other-messages' : 'ids-changed', details)
  }
  const stayed = seen.some((row) => Number(row.conversation_id) === from)
  if (stayed) {
    const early = /savepoint/i.test(
      readable(await server.statements()).find((sql) => /savepoint|update/i.test(sql)) ?? '',
    )
    throw mistake(early ? 'savepoint-too-early' : 'rolls-back-everything', details)
  }
  expectRows(seen, expected, 'messages')
  return { moved: rows.filter((row) => row.conversation_id === from).length }
}

async function expectNote({ server }: Lab, from: number, to: number, wanted: boolean) {
  const content = `Merged from conversation ${from}`
  const seen = await server.query(
    "SELECT conversation_id, sender, content FROM messages WHERE content LIKE 'Merged from%'",
  )
  if (!wanted && seen.length > 0) {
    const log = readable(await server.statements())
    const late = log.some((sql) => /rollback to/i.test(sql))
    throw mistake(late ? 'savepoint-too-late' : 'no-savepoint', { expected: [], seen: log })
  }
  expectRows(seen, wanted ? [{ conversation_id: to, sender: 'ai', content }] : [], 'messages')
}

async function expectUnchanged({ chat, connection, server }: Lab) {
  const messages = await server.query('SELECT * FROM messages ORDER BY id')
  const open = await hasOpenTransaction(connection)
  if (messages.length < chat.messages.length)
    throw mistake('cascade-deletes-messages', { seen: messages })
  expectRows(messages, chat.messages, 'messages')
  const conversations = await server.query('SELECT id FROM conversations ORDER BY id')
  expectRows(
    conversations,
    chat.conversations.map(({ id }) => ({ id })),
    'conversations',
  )
  if (open) throw mistake('transaction-left-open')
}
