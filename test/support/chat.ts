import type { Connection } from 'mysql2/promise'
import type { Random } from './random.ts'

export interface ConversationRow {
  id: number
  title: string
  is_archived: 0 | 1
  created_at: string
  updated_at: string
}

export interface MessageRow {
  id: number
  conversation_id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: string
}

/** The rows that a test begins with, in the order of their ids. Times are strings, UTC. */
export interface Chat {
  conversations: ConversationRow[]
  messages: MessageRow[]
}

/**
 * Fills the two tables with generated rows: six to eight conversations, about a third archived, two to five messages in
 * each (every one of these numbers occurs) except the last, which has none. Everything has a counterpart that a careless condition confuses it with:
 *
 * - ids have gaps and cross 9→10 and 99→100, conversations' and the messages' of each conversation; none is both a
 *   conversation's and a message's
 * - conversations are hours apart; by id, by `created_at` and by `updated_at` their order differs; all rows are years old
 * - an archived conversation has the title of an active one
 * - several messages of a conversation share a second, and a few say the same: one of the user's and one of the AI's, one
 *   in an active and one in an archived conversation, an older and a newer one
 */
export async function fillChat(admin: Connection, random: Random): Promise<Chat> {
  const chat = generateChat(random)
  await admin.query(
    'INSERT INTO conversations (id, title, is_archived, created_at, updated_at) VALUES ?',
    [
      chat.conversations.map((row) => [
        row.id,
        row.title,
        row.is_archived,
        row.created_at,
        row.updated_at,
      ]),
    ],
  )
  await admin.query(
    'INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES ?',
    [
      chat.messages.map((row) => [
        row.id,
        row.conversation_id,
        row.sender,
        row.content,
        row.timestamp,
      ]),
    ],
  )
  return chat
}

/** The rows that {@link fillChat} writes. */
export function generateChat(random: Random): Chat {
  const start = Date.UTC(random.int(2017, 2023), random.int(0, 11), random.int(1, 28))
  const count = random.int(6, 8)
  const [made, changed] = [1, 20].map((from) =>
    random.shuffle(Array.from({ length: count }, (_, index) => start + (from + 2 * index) * hour)),
  ) as [number[], number[]]
  const ids = risingIds(random, count)
  const conversations = ids.map((id, index): ConversationRow => {
    return {
      id,
      title: random.title(),
      is_archived: index % 3 === 1 ? 1 : 0,
      created_at: toTimestamp(made[index]!),
      updated_at: toTimestamp(changed[index]!),
    }
  })
  // An archived one and an active one.
  conversations[1]!.title = conversations[2]!.title
  return { conversations, messages: generateMessages(random, conversations.slice(0, -1)) }
}

// --- internal ---

const hour = 3_600_000

/** Some below 10, some below 79, the others from 101 on: messages have those between, see `turns`. */
function risingIds(random: Random, count: number): number[] {
  const starts = [random.int(2, 5), random.int(58, 66), 100]
  const each = Math.ceil(count / starts.length)
  return starts
    .flatMap((start) => {
      let id = start
      return Array.from({ length: each }, () => (id += random.int(1, 4)))
    })
    .slice(0, count)
}

/** The first id of each turn: a conversation has a message on both sides of 100, and of 1,000. */
const turns = [78, 130, 980, 1010, 1050]

function generateMessages(random: Random, conversations: ConversationRow[]): MessageRow[] {
  const same = random.text()
  const sizes = random.shuffle([2, 3, 4, 5])
  const waiting = conversations.flatMap((conversation, index) =>
    Array.from({ length: sizes[index] ?? random.int(2, 5) }, (_, turn) => ({ conversation, turn })),
  )
  let id = 0
  // Conversations take turns, so that the rows of one are not together in the table.
  return waiting
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ conversation, turn }) => {
      id = Math.max(id, turns[turn]!) + random.int(1, 3)
      // Pairs share a second: TIMESTAMP alone does not give their order.
      const second = Math.floor(turn / 2)
      const at = Date.parse(`${conversation.created_at.replace(' ', 'T')}Z`) + second * 1000
      // The first two conversations, one of them archived, begin with a question whose answer repeats it.
      const repeated = turn < 2 && conversations.indexOf(conversation) < 2
      return {
        id,
        conversation_id: conversation.id,
        sender: turn % 2 === 0 ? ('user' as const) : ('ai' as const),
        content: repeated ? same : random.text(),
        timestamp: toTimestamp(at),
      }
    })
}

function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}
