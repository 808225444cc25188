import type { Connection, RowDataPacket } from 'mysql2/promise'
import { byTest, type Lab } from '#support'

export interface NewRow {
  content?: string
  sender?: 'user' | 'ai'
  /** `2026-06-15 10:00:00` */
  timestamp?: string
}

/** Adds a conversation; its id. */
export async function addConversation(
  { server, random }: Lab,
  { archived = false }: { archived?: boolean } = {},
): Promise<number> {
  await server.query('INSERT INTO conversations (title, is_archived) VALUES (?, ?)', [
    random.title(),
    archived,
  ])
  const [row] = await server.query<{ id: number }>('SELECT MAX(id) AS id FROM conversations')
  return row!.id
}

/**
 * Adds a conversation that has everything in common with this one but its id.
 * @param own the id; by default the next one
 */
export async function addTwin(
  { server }: Pick<Lab, 'server'>,
  id: number,
  own: number | null = null,
): Promise<void> {
  await server.query(
    `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
     SELECT ?, title, is_archived, created_at, updated_at FROM conversations WHERE id = ?`,
    [own, id],
  )
}

/** Adds messages to a conversation, in this order; texts and senders are generated where none are given. */
export async function addMessages(
  { server, random }: Lab,
  conversationId: number,
  rows: readonly NewRow[],
): Promise<void> {
  await server.query(
    'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES ?',
    [
      rows.map((row) => [
        conversationId,
        row.sender ?? random.pick(['user', 'ai']),
        row.content ?? random.text(),
        row.timestamp ?? second(0),
      ]),
    ],
  )
}

/**
 * A conversation whose messages came in a burst: 60 rows within one second, or within two. From 17 rows up to 100,
 * MySQL's sort returns rows that compare as equal in a different order from the table's.
 */
export async function addBurst(lab: Lab, seconds: 1 | 2): Promise<number> {
  const id = await addConversation(lab)
  // Somebody says the same thing three times.
  const again = { sender: 'user', content: lab.random.text() } as const
  const rows = Array.from({ length: 60 }, (_, index) => ({
    ...([3, 4, 58].includes(index) ? again : {}),
    timestamp: second(index < 30 ? 0 : seconds - 1),
  }))
  // In two parts, so that the ids have a gap containing another conversation's rows.
  await addMessages(lab, id, rows.slice(0, 25))
  const older = { timestamp: '2026-06-01 10:00:00' }
  await addMessages(lab, lab.chat.conversations[0]!.id, [older, older, older])
  await addMessages(lab, id, rows.slice(25))
  return id
}

/**
 * A conversation to which a phone, back online, brought two of yesterday's messages, and one of a second before the newest:
 * higher ids, older times. The last id is so high that no sum of time and id gives the order.
 */
export async function addLateArrivals(lab: Lab): Promise<number> {
  const id = await addConversation(lab)
  const today = [0, 1, 2, 3].map((index) => ({ timestamp: second(index) }))
  const yesterday = [0, 1].map((index) => ({ timestamp: `2026-06-14 10:00:0${index}` }))
  await addMessages(lab, id, [...today, ...yesterday])
  await lab.server.query(
    "INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES (?, ?, 'ai', ?, ?)",
    [1_900_000_000, id, lab.random.text(), second(2)],
  )
  return id
}

/**
 * Conversations and messages long ago and far ahead, with ids below zero and far above: no condition of a task concerns
 * those. The last of the conversations was there before. @returns their ids
 */
export async function addExtremes(
  { chat, random, server }: Lab,
  content: () => string = random.text,
): Promise<number[]> {
  const [old, ahead] = ['1970-01-02 00:00:00', '2037-12-31 00:00:00']
  // Spaces and a letter in two parts: a title comes as it is, too.
  const title = () => `  ${random.word()} e\u0301 `
  const ids = [-7, 2_000_000_000, chat.conversations[0]!.id]
  await server.query('INSERT INTO conversations (id, title, created_at, updated_at) VALUES ?', [
    [
      [ids[0], title(), old, old],
      [ids[1], title(), ahead, ahead],
    ],
  ])
  // The first has none that is new.
  const aheadOf = (index: number, id: number | undefined) => [
    [index + 2_000_000_000, id, 'ai', content(), ahead],
    [index + 2_000_000_010, id, 'user', content(), ahead],
  ]
  await server.query(
    'INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES ?',
    [
      ids.flatMap((id, index) => [
        [index - 20, id, 'user', content(), old],
        [index - 30, id, 'ai', content(), old],
        ...(index === 0 ? [] : aheadOf(index, id)),
      ]),
    ],
  )
  return ids
}

/**
 * SQL that adds more than a thousand rows, more than any limit that "is always enough".
 * @param into `messages (content, …)`
 * @param select an expression for each column; `i` is the row's number, from 0
 */
export function insertMany(into: string, select: string): string {
  return `INSERT INTO ${into} WITH RECURSIVE one (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM one WHERE i < 32),
    n (i) AS (SELECT a.i * 33 + b.i FROM one AS a, one AS b) SELECT ${select} FROM n`
}

/**
 * SQL that adds that many messages to a conversation, seven in each second, and not in the order of their ids: so a page of
 * them may end within a second. @param content an expression
 */
export function insertManyMessages(conversationId: number, content = "CONCAT('m', i)"): string {
  return insertMany(
    'messages (conversation_id, sender, content, timestamp)',
    `${conversationId}, IF(i % 2, 'user', 'ai'), ${content}, TIMESTAMPADD(SECOND, i * 37 % 1089 DIV 7, '2024-06-01')`,
  )
}

/** SQL that changes, adds and deletes rows, for a transaction that is never committed. */
export const unfinished = `
  UPDATE conversations SET title = 'Not yet', updated_at = NOW();
  UPDATE messages SET content = CONCAT('Not yet: ', content), timestamp = NOW() ORDER BY id DESC LIMIT 2;
  INSERT INTO messages (conversation_id, sender, content)
    SELECT conversation_id, sender, content FROM messages;
  DELETE FROM messages ORDER BY id LIMIT 2`

/** A second of 15 June 2026, ten o'clock. */
export function second(number: number): string {
  return `2026-06-15 10:00:${String(number).padStart(2, '0')}`
}

/** A conversation's messages in their order, as `connection` gives them: TIMESTAMP as Date. */
export async function readHistory(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    byTest('SELECT id, sender, content, timestamp FROM messages WHERE conversation_id = ?'),
    [conversationId],
  )
  return rows.toSorted((a, b) => a.timestamp - b.timestamp || a.id - b.id)
}
